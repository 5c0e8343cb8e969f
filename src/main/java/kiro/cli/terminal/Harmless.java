package kiro.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes from a text what would command a terminal or turn the order of what is read. Texts come from files, models and
/// tools: whoever wrote them must not move the cursor, set a title, or hide what a person is asked about.
public final class Harmless {
    private static final Pattern SEQUENCES =
            Pattern.compile(
                    "\\u001b(?:\\[[0-?]*[ -/]*[@-~]?|[\\]PX^_][^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?|[ -/]*[0-~]?)"
                            + "|\\u009b[0-?]*[ -/]*[@-~]?"
                            + "|[\\u0090\\u0098\\u009d-\\u009f][^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?");
    private static final Pattern COMMANDING =
            Pattern.compile(
                    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f"
                            + "\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb"
                            + "\\x{e0000}-\\x{e007f}]");
    private static final Pattern ALL_BUT_COLOURS =
            Pattern.compile("\\u001b\\[[0-9;]*m|" + SEQUENCES.pattern());
    private static final String TAB = "    ";

    private Harmless() {}

    /// The text with its line ends and tabs.
    public static String of(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String lines = text.replace("\r\n", "\n");
        return COMMANDING.matcher(SEQUENCES.matcher(lines).replaceAll("")).replaceAll("");
    }

    /// The text as one line: line ends and tabs are spaces.
    public static String line(String text) {
        return of(text).replace('\n', ' ').replace("\t", TAB);
    }

    /// One line in which what would command a terminal is spelled out in hexadecimal: for what a person decides about.
    public static String visible(String text) {
        if (isHarmless(text)) {
            return line(text);
        }
        return COMMANDING
                .matcher(text.replace('\n', ' ').replace("\t", TAB))
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                "\\u{%x}".formatted(found.group().codePointAt(0))));
    }

    /// A line that has colours of this program's own, which stay.
    public static String coloured(String text) {
        if (isHarmless(text)) {
            return text;
        }
        var kept = new StringBuilder();
        var found = ALL_BUT_COLOURS.matcher(text);
        int from = 0;
        while (found.find()) {
            kept.append(COMMANDING.matcher(text.substring(from, found.start())).replaceAll(""));
            kept.append(isColour(found.group()) ? found.group() : "");
            from = found.end();
        }
        return kept.append(COMMANDING.matcher(text.substring(from)).replaceAll("")).toString();
    }

    private static boolean isColour(String sequence) {
        return sequence.startsWith("\u001b[") && sequence.endsWith("m");
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ' ' ? each != '\n' && each != '\t' : each >= 0x7f && isSuspect(each)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSuspect(char each) {
        return each <= 0x9f
                || each == '\u061c'
                || (each >= '\u200b' && each <= '\u206f')
                || each == '\ufeff'
                || (each >= '\ufff9' && each <= '\ufffb')
                || each == '\udb40';
    }
}
