package kiro.model.builtin.project;

import java.util.List;
import kiro.code.JavaEditor;
import kiro.code.JavaFile;

/// How the sources are laid out.
///
/// @param indent one level of it
/// @param lineEnd what ends a line
/// @param imports how they are parted
public record CodeStyle(String indent, String lineEnd, ImportGroups imports) {
    static CodeStyle of(List<JavaFile> files) {
        int tabs = 0;
        int two = 0;
        int four = 0;
        int windows = 0;
        for (JavaFile file : files) {
            if (file.text().contains("\n\t")) {
                tabs++;
            } else if (file.text().matches("(?s).*\n {2}[^ *\n].*")) {
                two++;
            } else {
                four++;
            }
            if (JavaEditor.lineEnd(file.text()).equals("\r\n")) {
                windows++;
            }
        }
        String indent = tabs > Math.max(two, four) ? "\t" : two > four ? "  " : "    ";
        return new CodeStyle(
                indent, windows > files.size() / 2 ? "\r\n" : "\n", ImportGroups.of(files));
    }

    /// Code that is written with four spaces and line feeds, in this style.
    public String apply(String code) {
        var text = new StringBuilder();
        for (String line : imports.apply(code).split("(?<=\n)")) {
            int spaces = 0;
            while (spaces < line.length() && line.charAt(spaces) == ' ') {
                spaces++;
            }
            text.append(indent.repeat(spaces / 4))
                    .append(" ".repeat(spaces % 4))
                    .append(line.substring(spaces));
        }
        return lineEnd.equals("\n") ? text.toString() : text.toString().replace("\n", lineEnd);
    }
}
