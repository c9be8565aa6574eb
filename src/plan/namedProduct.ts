/** Verbs whose object is made by the work. */
const MAKING =
  /(?:^|[\s,;])(?:xây dựng|ban hành|soạn thảo|biên soạn|lập|trình|hoàn thiện|cập nhật|tham mưu|in ấn|phát hành|đăng tải)(?=\s)/giu;
/** What a task can hand over: documents, and systems that are put to use. */
const PRODUCT =
  /(?:^|\s)(?:kế hoạch|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|chương trình|đề án|dự án|quy chế|quy định|quy trình|báo cáo|phương án|hướng dẫn|văn bản|tờ trình|danh mục|danh sách|tài liệu|cẩm nang|bộ tiêu chí|bộ chỉ số|cơ sở dữ liệu|cổng thông tin|phần mềm|hệ thống|chuyên mục|bản tin|đề cương|dự toán|biên bản)(?![\p{L}])/iu;
/** Letters behind the verb within which its object is named. */
const REACH = 60;

/** Whether the words of a task say which product it yields: "Tham mưu ban hành Kế hoạch …", "Xây dựng cổng thông tin …". */
export function namesProduct(title: string): boolean {
  for (const verb of title.matchAll(MAKING)) {
    const from = verb.index + verb[0].length;
    const object = title.slice(from, from + REACH);
    const end = object.search(/[.;,:]/);
    if (PRODUCT.test(end < 0 ? object : object.slice(0, end))) return true;
  }
  return false;
}
