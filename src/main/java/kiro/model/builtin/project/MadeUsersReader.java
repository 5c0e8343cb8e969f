package kiro.model.builtin.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;

/// Finds the users that a method of the project makes from what it is called with: `account("ines", "ADMIN")`.
final class MadeUsersReader {
    private static final Pattern NAME = Pattern.compile("\\.?\\b(?:withUsername|username)\\(");
    private static final Pattern PASSWORD = Pattern.compile("\\.password\\(");
    private static final Pattern ROLES = Pattern.compile("\\.(?:roles|authorities)\\(");
    private static final Pattern ENCODED = Pattern.compile("[\\w.()]+\\.encode\\((.*)\\)");

    private MadeUsersReader() {}

    static List<Credentials.User> users(ProjectType type) {
        var users = new ArrayList<Credentials.User>();
        for (JavaMethod method : type.type().methods()) {
            String body = method.body().orElse("");
            boolean areTexts =
                    !method.parameters().isEmpty()
                            && method.parameters().stream()
                                    .allMatch(one ->
                                            one.type().matches("String(\\[])?|String\\.\\.\\."));
            if (areTexts && NAME.matcher(body).find()) {
                for (List<String> call : calls(type, method)) {
                    user(method, body, call).ifPresent(users::add);
                }
            }
        }
        return users;
    }

    /// The arguments of each call of a method in its own file, where they are texts.
    private static List<List<String>> calls(ProjectType type, JavaMethod method) {
        var calls = new ArrayList<List<String>>();
        String text = type.file().text();
        var call = Pattern.compile("(?<![\\w.])" + method.name() + "\\(").matcher(text);
        while (call.find()) {
            var values = new ArrayList<String>();
            for (String argument : arguments(text, call.end())) {
                value(argument, Map.of()).ifPresent(values::add);
            }
            if (values.size() >= method.parameters().size()) {
                calls.add(values);
            }
        }
        return calls;
    }

    private static Optional<Credentials.User> user(
            JavaMethod method, String body, List<String> call) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < method.parameters().size(); i++) {
            JavaParameter parameter = method.parameters().get(i);
            values.put(parameter.name(), call.get(i));
        }
        Optional<String> name = of(NAME, body, values);
        Optional<String> password =
                of(PASSWORD, body, values).map(text -> text.replaceFirst("^\\{\\w+}", ""));
        var roles = new ArrayList<String>();
        var role = ROLES.matcher(body);
        if (role.find()) {
            for (String one : arguments(body, role.end())) {
                value(one, values)
                        .map(text -> text.replaceFirst("^ROLE_", ""))
                        .ifPresent(roles::add);
            }
        }
        return name.flatMap(
                user -> password.map(secret -> new Credentials.User(user, secret, roles)));
    }

    private static Optional<String> of(Pattern start, String body, Map<String, String> values) {
        var found = start.matcher(body);
        if (!found.find()) {
            return Optional.empty();
        }
        List<String> arguments = arguments(body, found.end());
        return arguments.size() == 1 ? value(arguments.getFirst(), values) : Optional.empty();
    }

    /// The text that an expression is: literals and names, put together.
    private static Optional<String> value(String expression, Map<String, String> values) {
        var encoded = ENCODED.matcher(expression.strip());
        String bare = encoded.matches() ? encoded.group(1) : expression;
        var text = new StringBuilder();
        for (String part : bare.split("\\+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String one = part.strip();
            boolean isLiteral = one.matches("\"[^\"\\\\]*\"");
            if (!isLiteral && !values.containsKey(one)) {
                return Optional.empty();
            }
            text.append(isLiteral ? one.substring(1, one.length() - 1) : values.get(one));
        }
        return Optional.of(text.toString());
    }

    /// The arguments from here to the bracket that closes them.
    private static List<String> arguments(String text, int start) {
        var arguments = new ArrayList<String>();
        int depth = 0;
        boolean isQuoted = false;
        int from = start;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"' && text.charAt(i - 1) != '\\';
            if (isQuoted) {
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                arguments.add(text.substring(from, i).strip());
                from = i + 1;
                if (c == ')') {
                    return arguments;
                }
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return List.of();
    }
}
