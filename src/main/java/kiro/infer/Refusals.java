package kiro.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The answers to requests that break a declared rule.
final class Refusals {
    private static final Pattern ABOUT_INPUT =
            Pattern.compile("(?is).*(?:valid|parse|bind|decode|schema|success|error|json).*");

    /// What they read a request into stands in the function's parameters alone.
    private static final Set<Framework> DECLARED =
            Set.of(Framework.SPRING, Framework.JAX_RS, Framework.NEST, Framework.FASTAPI);

    private final List<FileFacts> files;
    private final ErrorStatuses errors;

    Refusals(List<FileFacts> files, ErrorStatuses errors) {
        this.files = files;
        this.errors = errors;
    }

    List<Answer> of(Route route, Optional<FunctionFacts> handler, List<Answer> answers) {
        Optional<Integer> status = errors.refusal(route.framework()).or(() -> chosen(answers));
        if (status.isEmpty()) {
            return List.of();
        }
        Set<String> types = types(route, handler);
        var found = new ArrayList<Answer>();
        for (FileFacts file : files) {
            for (Rule rule : file.rules()) {
                if (types.contains(rule.type())) {
                    String condition = Conditions.code(rule.field()) + " " + rule.breach();
                    found.add(Answer.of(status.get(), condition, rule.place()));
                }
            }
        }
        return found;
    }

    /// Where the framework leaves it to the code: how it answers when the input is bad.
    private static Optional<Integer> chosen(List<Answer> answers) {
        return answers.stream()
                .filter(each -> each.status() == 400 || each.status() == 422)
                .filter(each -> ABOUT_INPUT.matcher(each.condition()).matches())
                .map(Answer::status)
                .findFirst();
    }

    private Set<String> types(Route route, Optional<FunctionFacts> handler) {
        var types = new HashSet<>(route.types());
        route.types().forEach(each -> types.add("#" + each));
        boolean isDeclared = DECLARED.contains(route.framework());
        if (!isDeclared) {
            handler.ifPresent(each -> types.addAll(each.types()));
        }
        handler.ifPresent(each -> {
            types.add("#" + each.key());
            types.add("#" + each.name());
        });
        List.copyOf(types).forEach(each -> types.addAll(errors.above(each)));
        return types;
    }
}
