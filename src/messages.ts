import type { Message, MessageCode } from "./result";

/** Language of the sentences: Vietnamese is the default, English the full second one. */
export type Locale = "vi" | "en";

/** What a person can press under a message. */
export type MessageAction =
  | "retry"
  | "choose-other"
  | "show-attention"
  | "show-unread"
  | "track"
  | "switch-native"
  | "copy-details"
  | "download"
  | "find-row"
  | "show-figures";

/** A message in words: what happened, and what to do. */
export interface MessageText {
  readonly title: string;
  readonly text: string;
  readonly action?: MessageAction;
}

type Sentence = readonly [title: string, text: string];

interface Entry {
  readonly vi: Sentence;
  readonly en: Sentence;
  readonly action?: MessageAction;
}

/**
 * A sentence for each code. `{name}` stands for a detail; a bracketed part `[… {name} …]` is left out when the detail is missing.
 */
const SENTENCES: Readonly<Record<MessageCode, Entry>> = {
  "file-empty": {
    vi: ["Tệp không có nội dung", "[“{name}” ]không có chữ nào. Kiểm tra lại tệp hoặc chọn tệp khác."],
    en: ["The file is empty", "[“{name}” ]holds no words. Check the file or choose another one."],
    action: "choose-other",
  },
  "file-binary": {
    vi: [
      "Tệp này không phải văn bản",
      "[“{name}” ]chứa dữ liệu nhị phân dù có đuôi tệp văn bản. Hãy mở đúng tệp kế hoạch (.docx, .pdf, .txt).",
    ],
    en: ["This file is not text", "[“{name}” ]holds binary data although its name says text. Open the plan itself (.docx, .pdf, .txt)."],
    action: "choose-other",
  },
  "file-too-large": {
    vi: ["Tệp quá lớn", "[“{name}” ]lớn hơn mức đọc được[ ({limit} MB)]. Hãy chỉ dán phần kế hoạch cần theo dõi."],
    en: [
      "The file is too large",
      "[“{name}” ]is larger than can be read[ ({limit} MB)]. Paste only the part of the plan that is to be tracked.",
    ],
    action: "choose-other",
  },
  "file-broken": {
    vi: ["Không mở được tệp", "[“{name}” ]bị hỏng hoặc chưa tải xong. Mở tệp bằng Word (hoặc phần mềm đọc PDF), lưu lại rồi chọn lại."],
    en: [
      "The file cannot be opened",
      "[“{name}” ]is damaged or incomplete. Open it in Word (or a PDF reader), save it again and choose it once more.",
    ],
    action: "choose-other",
  },
  "file-encrypted": {
    vi: ["Tệp có mật khẩu", "[“{name}” ]đang được bảo vệ. Bỏ mật khẩu rồi chọn lại, hoặc sao chép nội dung và dán vào đây."],
    en: [
      "The file has a password",
      "[“{name}” ]is protected. Remove the password and choose it again, or copy its text and paste it here.",
    ],
    action: "choose-other",
  },
  "file-format-unsupported": {
    vi: [
      "Chưa đọc được loại tệp này",
      "[“{name}”: ]chỉ nhận .docx, .pdf, .txt, .xlsx. Bảng tính .xls, .ods: mở bằng Excel và lưu thành .xlsx.",
    ],
    en: [
      "This kind of file cannot be read",
      "[“{name}”: ]only .docx, .pdf, .txt and .xlsx are read. An .xls or .ods sheet: open it in Excel and save it as .xlsx.",
    ],
    action: "choose-other",
  },
  "file-other-office": {
    vi: [
      "Cần lưu tệp thành .docx",
      "[“{name}” ]là tệp {format}, chưa đọc được trực tiếp. Mở tệp bằng Word (hoặc LibreOffice, WPS), chọn Lưu thành (Save As), loại .docx, rồi chọn tệp mới. Cũng có thể sao chép toàn bộ nội dung và dán vào đây.",
    ],
    en: [
      "Save the file as .docx",
      "[“{name}” ]is a {format} file, which is not read directly. Open it in Word (or LibreOffice, WPS), save it as .docx and choose the new file. You can also copy all of its text and paste it here.",
    ],
    action: "choose-other",
  },
  "file-archive": {
    vi: [
      "Đây là tệp nén",
      "[“{name}” ]không phải văn bản mà là tệp nén. Giải nén, rồi chọn tệp kế hoạch bên trong (.docx, .pdf, .txt, .xlsx).",
    ],
    en: [
      "This is an archive",
      "[“{name}” ]is no document but an archive. Unpack it and choose the plan inside (.docx, .pdf, .txt, .xlsx).",
    ],
    action: "choose-other",
  },
  "file-picture": {
    vi: ["Đây là tệp ảnh", "[“{name}” ]là ảnh, không có chữ để đọc. Hãy nhận dạng chữ (OCR) hoặc dùng tệp Word của văn bản."],
    en: [
      "This is a picture",
      "[“{name}” ]is a picture without text to read. Run text recognition (OCR) on it or use the Word file of the document.",
    ],
    action: "choose-other",
  },
  "file-without-text": {
    vi: ["Tệp này là ảnh chụp, chưa có chữ", "Hãy nhận dạng chữ (OCR) hoặc dùng tệp Word của văn bản."],
    en: ["This file is a scan without text", "Run text recognition (OCR) on it or use the Word file of the document."],
    action: "choose-other",
  },
  "not-a-plan": {
    vi: [
      "Không thấy chỉ tiêu hay nhiệm vụ",
      "Văn bản không có phần mục tiêu, nhiệm vụ hoặc tổ chức thực hiện. Kiểm tra xem đã chọn đúng kế hoạch và đủ phụ lục chưa.",
    ],
    en: [
      "No targets or tasks were found",
      "The text has no objectives, tasks or organisation of work. Check that it is the right plan and that its annexes are included.",
    ],
    action: "choose-other",
  },
  "text-damaged": {
    vi: [
      "Văn bản bị mất chữ",
      "Mất {lost} chữ (lỗi phông chữ của PDF), đã khôi phục {restored} chữ và tô nền để kiểm tra. Nếu có tệp Word, nên mở tệp đó.",
    ],
    en: [
      "Letters of the text are lost",
      "{lost} {lost|letter is|letters are} lost (a font fault of the PDF); {restored} {restored|was|were} restored and marked for checking. If there is a Word file, open that one.",
    ],
    action: "choose-other",
  },
  "text-wrong-letters": {
    vi: [
      "Văn bản có chữ bị lẫn",
      "Phông chữ của tệp cho chữ sai ở[ {lost} từ] không phải tiếng Việt. Nên mở tệp Word nếu có, hoặc đối chiếu với bản gốc các mục có từ tô nền.",
    ],
    en: [
      "Some letters are confused",
      "The font of the file gives wrong letters in[ {lost}] {lost|word|words} that cannot be Vietnamese. Open the Word file if there is one, or compare the items with marked words with the original.",
    ],
    action: "show-attention",
  },
  "text-decoded-legacy": {
    vi: ["Đã chuyển mã chữ cũ", "Văn bản dùng bảng mã cũ[ ({encoding})] và đã được chuyển sang Unicode. Xem lướt các tên riêng."],
    en: [
      "An old character set was converted",
      "The text used an old character set[ ({encoding})] and was converted to Unicode. Look over the proper names.",
    ],
  },
  "tracked-changes-dropped": {
    vi: [
      "Tệp có sửa đổi chưa chốt",
      "Tệp Word còn[ {count}] thay đổi đang theo dõi. Đã đọc theo bản sau khi chấp nhận thay đổi; nên chốt bản rồi đọc lại.",
    ],
    en: [
      "The file holds tracked changes",
      "The Word file still has[ {count}] tracked {count|change|changes}. It was read as if they were accepted; better settle them and read it again.",
    ],
    action: "choose-other",
  },
  "pages-without-text": {
    vi: [
      "Có trang là ảnh chụp, chưa đọc được",
      "Trang[ {list}][ (trên tổng số {pages} trang)] là ảnh quét, không có chữ để đọc; các trang khác đã đọc. Hãy nhận dạng chữ (OCR) hoặc dùng tệp Word rồi đọc lại.",
    ],
    en: [
      "Some pages are scans and were not read",
      "Page[ {list}][ (of {pages})] is a scan without text; the other pages were read. Run text recognition (OCR) or use the Word file, then read it again.",
    ],
    action: "choose-other",
  },
  "lines-unread": {
    vi: ["Có dòng chưa xếp được", "{lines} dòng chưa thuộc mục nào. Mở “Chưa đọc” để xem và thêm nếu đó là chỉ tiêu hoặc nhiệm vụ."],
    en: [
      "Some lines were not placed",
      "{lines} {lines|line belongs|lines belong} to no item. Open “Unread” to see them and add those that are targets or tasks.",
    ],
    action: "show-unread",
  },
  "items-uncertain": {
    vi: ["Có mục cần anh/chị xem", "[{items} mục ]có thể hiểu theo nhiều cách hoặc còn thiếu. Mở “Cần xem” để chọn."],
    en: [
      "Some items need a look",
      "[{items} {items|item|items} ]can be understood in several ways or lack something. Open “To check” to decide.",
    ],
    action: "show-attention",
  },
  "review-decision-unmatched": {
    vi: [
      "Một quyết định rà soát không còn khớp",
      "Không tìm thấy câu “{quote}” trong văn bản này. Nếu văn bản đã sửa, hãy rà soát lại mục đó.",
    ],
    en: ["A review decision no longer fits", "The words “{quote}” are not in this text. If the text was changed, review that item again."],
    action: "show-attention",
  },
  "review-invalid": {
    vi: ["Tệp rà soát không đúng mẫu", "Chọn tệp .review.json đã lưu từ bước Rà soát. Kết quả đọc văn bản được giữ nguyên."],
    en: ["The review file is not valid", "Choose a .review.json saved in the Review step. What was read stays as it is."],
  },
  "review-edit-impossible": {
    vi: [
      "Chưa sửa được mục này",
      "[{code}: ]lời văn của mục không tìm lại được nguyên vẹn trong văn bản nên chưa áp dụng được. Sửa từng ô trong mục, hoặc bỏ mục rồi thêm lại từ “Chưa đọc”.",
    ],
    en: [
      "This item cannot be changed this way",
      "[{code}: ]its words are not found whole in the text. Change its fields one by one, or drop it and add it again from “Unread”.",
    ],
  },
  "workbook-not-ours": {
    vi: ["Sổ này không do chương trình tạo", "Mở sổ theo dõi đã tạo, hoặc bắt đầu ở bước Chọn kế hoạch."],
    en: ["This workbook was not made by this program", "Open a tracking workbook made here, or begin with the step Choose."],
    action: "choose-other",
  },
  "workbook-state-damaged": {
    vi: [
      "Thông tin kế hoạch trong sổ bị hỏng",
      "Số liệu trên các trang tính vẫn còn nguyên. Mở bản sao trước đó, hoặc tạo lại sổ từ kế hoạch rồi chép số liệu sang.",
    ],
    en: [
      "The plan kept in the workbook is damaged",
      "The figures on the sheets are untouched. Open an earlier copy, or make the workbook again from the plan and copy the figures.",
    ],
    action: "copy-details",
  },
  "workbook-state-newer": {
    vi: ["Sổ do phiên bản mới hơn tạo", "Cập nhật add-in[ lên phiên bản {version}] rồi mở lại. Sổ không bị thay đổi."],
    en: [
      "The workbook was made by a newer version",
      "Update the add-in[ to version {version}] and open it again. The workbook was not changed.",
    ],
  },
  "workbook-exists": {
    vi: ["Đã có sổ theo dõi ở đây", "[Sổ “{title}” ]đang ở trong tệp này. Có thể tạo thêm sổ thứ hai hoặc dừng lại; sổ cũ giữ nguyên."],
    en: [
      "There is a tracking book here already",
      "[“{title}” ]stands in this workbook. You can make a second book or stop; the first one stays as it is.",
    ],
    action: "track",
  },
  "name-taken": {
    vi: [
      "Tên đã có người dùng",
      "Trong tệp này đã có trang, bảng hoặc tên “{names}” không phải của sổ. Hãy đổi tên chúng, hoặc tạo thành sổ thứ hai.",
    ],
    en: [
      "A name is in use",
      "This workbook has sheets, tables or names “{names}” that are not of a book of ours. Rename them, or make a second book.",
    ],
    action: "retry",
  },
  "outlines-left-out": {
    vi: ["Không gộp được nhóm dòng, cột", "Excel này chưa có chức năng gộp nhóm ({needed}); sổ vẫn đủ nội dung, chỉ không thu gọn được."],
    en: ["Rows and columns are not grouped", "This Excel cannot group rows ({needed}); the book is complete but nothing folds."],
  },
  "cell-not-empty": {
    vi: ["Ô đang chọn đã có nội dung", "Chọn một ô trống rồi bấm lại[; ô {address} được giữ nguyên]."],
    en: ["The selected cell is not empty", "Select an empty cell and press again[; {address} was left as it is]."],
    action: "retry",
  },
  "row-moved": {
    vi: [
      "Dòng đã đổi chỗ",
      "{code} không còn ở dòng cũ vì sổ vừa được sắp xếp hoặc xoá dòng. Số vừa gõ còn trong khung: xem lại dòng rồi bấm Ghi.",
    ],
    en: [
      "The row has moved",
      "{code} no longer stands in its row: rows were sorted or deleted. What you typed is still in the pane: look at the row and press Enter.",
    ],
    action: "find-row",
  },
  "figure-locked": {
    vi: ["Số liệu đã khoá", "Dòng {code} có chữ Có ở cột Khoá nên giữ nguyên. Muốn sửa thì xoá chữ đó và ghi căn cứ vào trang Nhật ký."],
    en: [
      "The figure is locked",
      "The row {code} has Có (yes) in the column Khoá and was left as it is. Clear that cell to change it, and note the ground in Nhật ký.",
    ],
    action: "show-figures",
  },
  "entry-changed": {
    vi: ["Không hoàn tác được", "Dòng {code} đã được sửa sau khi ghi nên giữ nguyên. Hãy sửa ngay trên trang tính."],
    en: ["This cannot be undone", "The row {code} was changed after the entry and was left as it is. Change it in the sheet."],
    action: "find-row",
  },
  "names-changed": {
    vi: ["Chưa đổi tên đơn vị", "Ô ghi “{name}” vừa được sửa hoặc đổi chỗ nên chưa ô nào được đổi. Bấm làm mới rồi đổi lại."],
    en: ["No agency was renamed", "A cell with “{name}” was just changed or moved, so no cell was changed. Refresh and try again."],
    action: "retry",
  },
  "column-missing": {
    vi: ["Thiếu một cột của sổ", "Không thấy cột “{column}”. Nếu vừa xoá hay đổi tên cột, nhấn Ctrl+Z trong Excel để lấy lại."],
    en: ["A column of the book is missing", "“{column}” is not there. If it was deleted or renamed press Ctrl+Z in Excel to get it back."],
    action: "retry",
  },
  "sheet-protected": {
    vi: ["Trang tính đang được bảo vệ", "Bỏ bảo vệ trang “{sheet}” (thẻ Xem lại của Excel) rồi thử lại. Chưa có gì được ghi."],
    en: ["The sheet is protected", "Unprotect “{sheet}” (Review tab of Excel) and try again. Nothing was written."],
    action: "retry",
  },
  "kpi-missing": {
    vi: ["Hàm KPI không trả lời", "Sổ vẫn giữ công thức đang có. Đóng và mở lại Excel, mở khung này rồi chuyển lại."],
    en: ["KPI functions do not answer", "The book keeps its formulas. Restart Excel, open this pane and switch again."],
    action: "retry",
  },
  "formulas-put-back": {
    vi: ["Chưa chuyển được công thức", "Các công thức đã được đặt lại như trước. Thử lại sau."],
    en: ["The formulas were not switched", "The formulas are as they were before. Try again later."],
    action: "retry",
  },
  "formulas-half-switched": {
    vi: [
      "Công thức mới chuyển được một phần",
      "Chưa đặt lại được công thức của {columns}. Nhấn Ctrl+Z trong Excel, hoặc chuyển lại lần nữa.",
    ],
    en: ["The formulas are half switched", "Those of {columns} could not be put back. Press Ctrl+Z in Excel, or switch again."],
    action: "retry",
  },
  "log-out-of-step": {
    vi: [
      "Nhật ký có thể chưa khớp với ô vừa ghi",
      "Excel ngừng trả lời giữa chừng và chưa gỡ lại được. So dòng cuối của trang Nhật ký với ô vừa ghi, xoá dòng không đúng.",
    ],
    en: [
      "Nhật ký and the cells may not agree",
      "Excel stopped answering half-way and it could not be taken back. Compare the last line of Nhật ký with the cells, delete what is not so.",
    ],
  },
  "selection-too-large": {
    vi: ["Vùng chọn quá lớn", "Đã chọn {cells} ô; mỗi lần đọc được nhiều nhất {most} ô. Hãy chọn đúng bảng kế hoạch."],
    en: [
      "The selection is too large",
      "{cells} {cells|cell is|cells are} selected; at most {most} can be read. Select the plan's table only.",
    ],
    action: "retry",
  },
  "sheet-missing": {
    vi: [
      "Thiếu một trang tính của sổ",
      "Không thấy trang “{sheet}”. Nếu vừa xoá nhầm, nhấn Ctrl+Z trong Excel; nếu không, các phần còn lại vẫn dùng được.",
    ],
    en: [
      "A sheet of the book is missing",
      "“{sheet}” is not there. If it was deleted by mistake press Ctrl+Z in Excel; otherwise the other parts still work.",
    ],
    action: "retry",
  },
  "table-missing": {
    vi: ["Thiếu một bảng của sổ", "Không thấy bảng “{table}”. Nếu đã chuyển bảng thành vùng thường, nhấn Ctrl+Z trong Excel để lấy lại."],
    en: [
      "A table of the book is missing",
      "“{table}” is not there. If it was converted to a plain range press Ctrl+Z in Excel to get it back.",
    ],
    action: "retry",
  },
  "excel-cell-edit": {
    vi: ["Excel đang ở chế độ sửa ô", "Nhấn Enter để kết thúc sửa rồi thử lại. Sổ của anh/chị không bị thay đổi."],
    en: ["Excel is editing a cell", "Press Enter to finish editing and try again. Your workbook was not changed."],
    action: "retry",
  },
  "excel-too-old": {
    vi: [
      "Excel này chưa đủ mới",
      "Cần Excel 2021 trở lên hoặc Microsoft 365. Trên máy này hãy dùng “Tải tệp .xlsx”: tệp chạy bằng công thức Excel thường.",
    ],
    en: [
      "This Excel is too old",
      "Excel 2021 or Microsoft 365 is needed. On this machine use “Download .xlsx”: the file works with ordinary formulas.",
    ],
    action: "download",
  },
  "excel-request-too-large": {
    vi: [
      "Khối dữ liệu quá lớn cho Excel",
      "Kế hoạch này vượt mức Excel nhận một lần. Hãy dùng “Tải tệp .xlsx”. Sổ của anh/chị không bị thay đổi.",
    ],
    en: [
      "Too much data for Excel at once",
      "This plan exceeds what Excel takes in one request. Use “Download .xlsx”. Your workbook was not changed.",
    ],
    action: "download",
  },
  "excel-read-only": {
    vi: ["Sổ đang ở chế độ chỉ đọc", "Bỏ bảo vệ sổ hoặc lưu bản sao rồi thử lại. Sổ của anh/chị không bị thay đổi."],
    en: ["The workbook is read-only", "Unprotect it or save a copy and try again. Your workbook was not changed."],
    action: "retry",
  },
  "excel-busy": {
    vi: ["Excel đang bận", "Chờ Excel tính xong hoặc đóng hộp thoại đang mở, rồi thử lại."],
    en: ["Excel is busy", "Wait until Excel has finished or close the open dialog, then try again."],
    action: "retry",
  },
  "excel-failed": {
    vi: ["Excel không làm được việc này", "Thử lại. Nếu vẫn không được, sao chép chi tiết gửi cho người hỗ trợ[ (mã {code})]."],
    en: ["Excel could not do this", "Try again. If it still fails, copy the details for your support[ (code {code})]."],
    action: "copy-details",
  },
  "generation-undone": {
    vi: ["Chưa tạo được sổ", "Những trang đã ghi dở đã được gỡ bỏ; sổ của anh/chị trở lại như trước. Thử lại, hoặc dùng “Tải tệp .xlsx”."],
    en: ["The book was not made", "Sheets written half-way were removed; your workbook is as before. Try again, or use “Download .xlsx”."],
    action: "retry",
  },
  "generation-cleanup-failed": {
    vi: [
      "Chưa tạo được sổ và còn trang ghi dở",
      "Hãy xoá tay các trang vừa thêm[ ({sheets})], hoặc đóng sổ mà không lưu. Các trang sẵn có không bị thay đổi.",
    ],
    en: [
      "The book was not made and half-made sheets remain",
      "Delete the new sheets by hand[ ({sheets})], or close without saving. Your own sheets were not changed.",
    ],
    action: "copy-details",
  },
  "carry-done": {
    vi: ["Đã mang số liệu sang", "Đã chép {cells} ô đã nhập và {rows} dòng thêm tay từ sổ thứ {book}. Sổ đó giữ nguyên."],
    en: [
      "Figures were carried over",
      "{cells} typed {cells|cell|cells} and {rows} added {rows|row|rows} were copied from book {book}. That book stays as it is.",
    ],
  },
  "carry-conflicts": {
    vi: [
      "{count} ô lấy theo kế hoạch mới",
      "Vừa được gõ trong sổ thứ {book}, vừa được sửa khi rà soát: {names}. Giá trị đã gõ vẫn còn trong sổ cũ; cần thì chép tay.",
    ],
    en: [
      "{count} {count|cell follows|cells follow} the new plan",
      "Typed in book {book} and changed in the review as well: {names}. What was typed is still in the old book; copy it by hand if it is needed.",
    ],
    action: "copy-details",
  },
  "carry-gone": {
    vi: [
      "{count} dòng không còn trong kế hoạch mới",
      "Số liệu đã nhập của {names} không mang theo được; chúng vẫn còn trong sổ thứ {book}.",
    ],
    en: [
      "{count} {count|row is|rows are} not in the new plan",
      "What was typed for {names} could not be carried over; it is still in book {book}.",
    ],
    action: "copy-details",
  },
  "carry-moved": {
    vi: ["{count} mục có mã mới", "Số liệu đi theo lời văn của mục, không theo mã: {names}."],
    en: ["{count} {count|item has|items have} another code", "The figures follow the words of an item, not its code: {names}."],
    action: "copy-details",
  },
  "carry-missing": {
    vi: [
      "Có bảng không mang theo được",
      "Thiếu trong sổ thứ {book}, hoặc sổ mới không có trang đó: {names}. Những bảng khác đã mang theo.",
    ],
    en: [
      "Some tables could not be carried over",
      "Not in book {book}, or their sheet is left out of the new one: {names}. The other tables were carried over.",
    ],
    action: "copy-details",
  },
  "carry-columns": {
    vi: ["Có cột thêm tay", "Sổ mới không có cột {names}. Nội dung vẫn còn trong sổ thứ {book}; cần thì thêm cột rồi chép tay."],
    en: [
      "There are columns that somebody added",
      "The new book has no column {names}. They are still in book {book}; add them and copy them by hand if they are needed.",
    ],
    action: "copy-details",
  },
  cancelled: {
    vi: ["Đã huỷ", "Không có gì bị thay đổi."],
    en: ["Cancelled", "Nothing was changed."],
    action: "retry",
  },
};

/** The sentence of a message in a language, with its details put in, and the one action that helps. */
export function describe(message: Message, locale: Locale): MessageText {
  const { [locale]: sentence, action } = SENTENCES[message.code];
  const [title, text] = sentence.map((words) => interpolate(words, message.details ?? {}, locale)) as [string, string];
  return { title, text, ...(action ? { action } : {}) };
}

const PLURALS: Readonly<Record<Locale, Intl.PluralRules>> = { vi: new Intl.PluralRules("vi"), en: new Intl.PluralRules("en") };

/** Chooses between the forms of a word by a number: "{n} {n|item|items}". Without a number it is the second form. */
export function plural(words: string, values: Readonly<Record<string, string | number>>, locale: Locale): string {
  return words.replace(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g, (_whole, name: string, one: string, other: string) =>
    PLURALS[locale].select(Number(values[name])) === "one" ? one : other,
  );
}

/** Fills `{name}` with a detail, thousands grouped, and drops bracketed parts whose detail is missing. */
function interpolate(words: string, details: Readonly<Record<string, string | number>>, locale: Locale): string {
  const show = (name: string) => {
    const value = details[name];
    return typeof value === "number" ? value.toLocaleString(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 2 }) : value;
  };
  const filled = plural(words, details, locale)
    .replace(/\[([^[\]]*)\]/g, (_whole, part: string) => {
      const name = /\{(\w+)\}/.exec(part)?.[1];
      return name !== undefined && show(name) === undefined ? "" : part;
    })
    .replace(/\{(\w+)\}/g, (_whole, name: string) => show(name) ?? "…");
  return filled.charAt(0).toLocaleUpperCase("vi") + filled.slice(1);
}
