import type { CustomXmlFile, FileProperties } from "./sheetFile";
import { NAMESPACES, XML_HEAD, attributes, cutText, escapeText, textElement } from "./xml";

/** docProps/core.xml. No dates: the same workbook always gives the same bytes. */
export function corePropertiesXml(properties: FileProperties): string {
  return (
    `${XML_HEAD}<cp:coreProperties xmlns:cp="${NAMESPACES.coreProperties}" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    textElement("dc:title", properties.title) +
    textElement("dc:subject", properties.subject) +
    textElement("dc:creator", properties.creator) +
    textElement("cp:keywords", properties.keywords) +
    textElement("cp:lastModifiedBy", properties.creator) +
    "</cp:coreProperties>"
  );
}

/** docProps/app.xml. */
export function extendedPropertiesXml(properties: FileProperties): string {
  return (
    `${XML_HEAD}<Properties xmlns="${NAMESPACES.extendedProperties}"><Application>Microsoft Excel</Application>` +
    `${textElement("Company", properties.company)}<AppVersion>16.0300</AppVersion></Properties>`
  );
}

/** Longest text of a custom property in Excel. */
const PROPERTY_LENGTH = 255;

/** docProps/custom.xml. */
export function customPropertiesXml(properties: FileProperties): string {
  const entries = Object.entries(properties.custom).map(([name, value], i) => {
    const own = attributes({ fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: i + 2, name });
    const typed =
      typeof value === "number" ? `<vt:r8>${value}</vt:r8>` : `<vt:lpwstr>${escapeText(cutText(value, PROPERTY_LENGTH))}</vt:lpwstr>`;
    return `<property${own}>${typed}</property>`;
  });
  return (
    `${XML_HEAD}<Properties xmlns="${NAMESPACES.customProperties}" xmlns:vt="${NAMESPACES.propertyTypes}">` +
    `${entries.join("")}</Properties>`
  );
}

/** Properties of a custom XML part: its id and the namespace by which Excel finds it. */
export function customXmlPropertiesXml(part: CustomXmlFile): string {
  return (
    `${XML_HEAD}<ds:datastoreItem${attributes({ "ds:itemID": part.id })} xmlns:ds="${NAMESPACES.customXml}">` +
    `<ds:schemaRefs><ds:schemaRef${attributes({ "ds:uri": part.namespace })}/></ds:schemaRefs></ds:datastoreItem>`
  );
}
