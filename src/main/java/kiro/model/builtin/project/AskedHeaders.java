package kiro.model.builtin.project;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the headers from which a question for the caller is asked.
final class AskedHeaders {
    private static final Pattern ANNOTATED =
            Pattern.compile(
                    "^@RequestHeader\\(\\s*(?:.*?\\b(?:value|name)\\s*=\\s*)?([\\w.]+|\"[^\"]*\")");
    private static final Pattern READ = Pattern.compile("\\.getHeader\\(\\s*([^()]+?)\\s*\\)");

    private final Sources sources;

    AskedHeaders(Sources sources) {
        this.sources = sources;
    }

    List<String> of(Caller.Source.Asked asked) {
        Stream<String> annotated =
                asked.question().given().stream()
                        .filter(one -> one.written().startsWith("@RequestHeader"))
                        .flatMap(one -> annotated(one, asked.type()).stream());
        Stream<String> read =
                Stream.concat(
                                asked.question().before().stream(),
                                Stream.of(asked.question().expression()))
                        .flatMap(line -> READ.matcher(line).results())
                        .flatMap(found -> text(found.group(1), asked.type()).stream());
        return Stream.concat(annotated, read).distinct().toList();
    }

    private Optional<String> annotated(Caller.Given given, ProjectType type) {
        var found = ANNOTATED.matcher(given.written());
        boolean isNamed = found.find() && !found.group(1).matches("required|defaultValue");
        return isNamed ? text(found.group(1), type) : Optional.of(given.name());
    }

    private Optional<String> text(String expression, ProjectType type) {
        return new Constants(sources).text(expression, type.file());
    }
}
