package kiro.mcp;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills in `${NAME}` and `${NAME:-otherwise}` from the environment. `${env:NAME}` is the same as `${NAME}`.
final class Variables {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?:env:)?([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    private final Map<String, String> environment;
    private final List<String> missing;

    /// @param missing takes the names that are not set
    Variables(Map<String, String> environment, List<String> missing) {
        this.environment = environment;
        this.missing = missing;
    }

    String fill(String text) {
        Matcher variables = VARIABLE.matcher(text);
        var filled = new StringBuilder();
        while (variables.find()) {
            String name = variables.group(1);
            String value = environment.get(name);
            String otherwise = variables.group(2);
            if (value == null && otherwise == null) {
                missing.add(name);
            }
            variables.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(
                            value != null ? value : otherwise != null ? otherwise : ""));
        }
        return variables.appendTail(filled).toString();
    }
}
