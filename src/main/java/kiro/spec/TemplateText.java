package kiro.spec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.text.TextDocument;

/// Fills in the text of a template: values, running numbers, and the blocks whose condition holds.
final class TemplateText {
    static final Pattern OPENING = Pattern.compile("\\s*\\{\\{#if\\s+(.*)\\}\\}\\s*");
    static final Pattern CLOSING = Pattern.compile("\\s*\\{\\{#end\\s*\\}\\}\\s*");

    private static final Pattern BLANK =
            Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_-]*)\\s*\\}\\}");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final String NUMBER = "n";

    private final Map<String, String> values;
    private final List<TemplateParameter> parameters;
    private int number;

    TemplateText(Map<String, String> values, List<TemplateParameter> parameters) {
        this.values = values;
        this.parameters = parameters;
    }

    String fill(String text) {
        var filled = new StringBuilder();
        Deque<Boolean> open = new ArrayDeque<>();
        number = 0;
        for (TextDocument.Line line : TextDocument.of(text).lines()) {
            Matcher opening = OPENING.matcher(line.text());
            if (opening.matches()) {
                boolean holds =
                        TemplateCondition.parse(opening.group(1)).orElseThrow().holds(values);
                open.push(holds && isShown(open));
            } else if (CLOSING.matcher(line.text()).matches()) {
                open.pop();
            } else if (isShown(open)) {
                number = line.text().startsWith("#") ? 0 : number;
                filled.append(line(line.text())).append(line.end());
            }
        }
        return filled.toString();
    }

    private static boolean isShown(Deque<Boolean> open) {
        return open.isEmpty() || open.peek();
    }

    /// A code span with a blank in it would hide the blank: its marks are left to the person.
    private String line(String text) {
        Matcher code = CODE.matcher(text);
        String marked =
                code.replaceAll(found ->
                        Matcher.quoteReplacement(
                                hasBlank(found.group(1)) ? found.group(1) : found.group()));
        return BLANK.matcher(marked)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1), found.group())));
    }

    private boolean hasBlank(String code) {
        return BLANK.matcher(code)
                .results()
                .anyMatch(found ->
                        isParameter(found.group(1)) && !values.containsKey(found.group(1)));
    }

    private boolean isParameter(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    private String value(String name, String asWritten) {
        String value = values.get(name);
        if (value != null) {
            return value;
        }
        if (name.equals(NUMBER)) {
            number++;
            return String.valueOf(number);
        }
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(TemplateParameter::blank)
                .orElse(asWritten);
    }
}
