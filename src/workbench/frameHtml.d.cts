/** The page of the workbench's frame: the built taskpane.html with one script more. */
export declare function frameHtml(html: string): string;
