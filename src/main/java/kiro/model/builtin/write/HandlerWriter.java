package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.HttpStatuses;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Adds handlers to the class that answers exceptions, each after the model of one that is there.
final class HandlerWriter {
    private static final Pattern RETURN =
            Pattern.compile("\\{\\s*return\\s+(.*?);\\s*}", Pattern.DOTALL);
    private static final Pattern STATUS = Pattern.compile("HttpStatus\\.([A-Z_]+)");
    private static final Pattern FIRST =
            Pattern.compile("\\b(?!Map|List|Set|URI|ProblemDetail)[A-Z]\\w*(\\.\\w+)?\\(\\s*$");
    private static final String RESPONSE = "org.springframework.http.ResponseEntity";

    private final Workshop workshop;
    private final SpringProject project;

    HandlerWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// A handler that serves as a model: one exception, one status, one expression as its answer.
    private record Sample(
            JavaMethod method, String exception, String status, String variable, String answer) {}

    /// Adds a handler; false where the project has no class for it, or none after whose model it could
    /// be written.
    boolean handle(String qualified, String exception, int status) {
        if (isHandled(exception)) {
            return true;
        }
        return sample().map(
                        sample -> {
                            add(
                                    sample,
                                    qualified,
                                    exception,
                                    status,
                                    sample.answer(),
                                    "",
                                    List.of());
                            return true;
                        })
                .orElse(false);
    }

    /// Adds a handler whose answer has a header as well.
    ///
    /// @param header the expression of the header's name
    /// @param value the expression of the header's value, with `failure` for the exception
    boolean handle(String qualified, String exception, int status, String header, String value) {
        if (isHandled(exception)) {
            return true;
        }
        Optional<Sample> sample = sample();
        Optional<String> answer =
                sample.flatMap(one ->
                        withHeader(
                                one,
                                ".header("
                                        + header
                                        + ", "
                                        + value.replace("failure", one.variable())
                                        + ")"));
        if (answer.isEmpty()) {
            return false;
        }
        String returned = sample.get().method().returnType();
        String type =
                returned.startsWith("ResponseEntity")
                        ? returned
                        : "ResponseEntity<" + returned + ">";
        add(
                sample.get(),
                qualified,
                exception,
                status,
                answer.get(),
                type,
                List.of(RESPONSE, "org.springframework.http.HttpHeaders"));
        return true;
    }

    /// Whether there is a handler after whose model others can be written.
    boolean canHandle() {
        return sample().isPresent();
    }

    private boolean isHandled(String exception) {
        return project.failures().statuses().containsKey(exception);
    }

    /// A handler's answer with a header; empty where there is no place for one.
    private static Optional<String> withHeader(Sample sample, String field) {
        String answer = sample.answer();
        String constant = "HttpStatus." + sample.status();
        if (!sample.method().returnType().startsWith("ResponseEntity")) {
            return Optional.of(entity(constant, field, answer));
        }
        for (String end : List.of(".body(", ".build()")) {
            if (answer.contains(end)) {
                String written = "\n        " + field + "\n        " + end;
                return Optional.of(
                        answer.replaceFirst(
                                "\\s*" + Pattern.quote(end), Matcher.quoteReplacement(written)));
            }
        }
        Matcher created =
                Pattern.compile(
                                "new ResponseEntity<>\\((.*),\\s*"
                                        + Pattern.quote(constant)
                                        + "\\)",
                                Pattern.DOTALL)
                        .matcher(answer);
        return created.matches()
                ? Optional.of(entity(constant, field, created.group(1)))
                : Optional.empty();
    }

    private static String entity(String constant, String field, String body) {
        return "ResponseEntity.status(%s)\n        %s\n        .body(%s)"
                .formatted(constant, field, body);
    }

    private Optional<Sample> sample() {
        return project.failures()
                .advice()
                .map(workshop.draft()::current)
                .flatMap(advice ->
                        advice.type().methods().stream()
                                .map(HandlerWriter::sample)
                                .flatMap(Optional::stream)
                                .min(Comparator.comparingInt(sample -> -likeness(sample))));
    }

    /// Plain handlers that pass on the exception's message are the best models.
    private static int likeness(Sample sample) {
        return (sample.answer().contains("getMessage()") ? 2 : 0)
                + (sample.answer().contains(".header(") ? 0 : 1)
                + (sample.status().equals("NOT_FOUND") || sample.status().equals("CONFLICT")
                        ? 1
                        : 0);
    }

    private static Optional<Sample> sample(JavaMethod method) {
        if (!method.isAnnotated("ExceptionHandler") || method.parameters().size() != 1) {
            return Optional.empty();
        }
        JavaParameter parameter = method.parameters().getFirst();
        Matcher returned = RETURN.matcher(method.body().orElse(""));
        if (!returned.matches()) {
            return Optional.empty();
        }
        String all =
                method.annotation("ResponseStatus").map(use -> use.arguments() + " ").orElse("")
                        + returned.group(1);
        Matcher status = STATUS.matcher(all);
        boolean asksMore =
                Pattern.compile("\\b" + parameter.name() + "\\.(?!getMessage\\(\\)|getClass\\(\\))")
                        .matcher(returned.group(1))
                        .find();
        if (!status.find() || parameter.type().contains("|") || asksMore) {
            return Optional.empty();
        }
        return Optional.of(
                new Sample(
                        method,
                        parameter.type(),
                        status.group(1),
                        parameter.name(),
                        returned.group(1)));
    }

    private void add(
            Sample sample,
            String qualified,
            String exception,
            int status,
            String answer,
            String type,
            List<String> imports) {
        ProjectType advice = project.failures().advice().orElseThrow();
        String constant = HttpStatuses.constant(status, project.pom().bootMajor());
        String returned = type.isEmpty() ? sample.method().returnType() : type;
        var lines = new ArrayList<String>();
        lines.add(annotation(sample, exception));
        boolean isEntity = returned.startsWith("ResponseEntity");
        if (sample.method().isAnnotated("ResponseStatus") && !isEntity) {
            lines.add("@ResponseStatus(HttpStatus." + constant + ")");
        }
        lines.add(
                "%s%s %s(%s %s) {"
                        .formatted(
                                sample.method().is("public") ? "public " : "",
                                returned,
                                name(sample, exception),
                                exception,
                                sample.variable()));
        String body = codes(told(answer, sample.variable()), exception, status);
        body = body.replace("HttpStatus." + sample.status(), "HttpStatus." + constant);
        lines.add(("return " + body + ";").indent(4).stripTrailing());
        lines.add("}");
        var all = new ArrayList<>(imports);
        all.add(qualified);
        workshop.addMethod(advice, Part.FAILURES, String.join("\n", lines), all);
    }

    private static String annotation(Sample sample, String exception) {
        return sample.method()
                .annotation("ExceptionHandler")
                .filter(use -> !use.arguments().isEmpty())
                .map(use -> "@ExceptionHandler(" + exception + ".class)")
                .orElse("@ExceptionHandler");
    }

    /// `handleNotFound` leads to `handleRateLimitExceeded`, `notFound` to `rateLimitExceeded`.
    private static String name(Sample sample, String exception) {
        String bare = exception.replaceFirst("Exception$", "");
        return sample.method().name().startsWith("handle")
                ? "handle" + bare
                : sample.method().name().startsWith("on")
                                && sample.method().name().length() > 2
                                && Character.isUpperCase(sample.method().name().charAt(2))
                        ? "on" + bare
                        : Names.lower(bare);
    }

    /// A sentence that a handler has of its own is about its own failures: others tell what is wrong themselves.
    private static String told(String answer, String variable) {
        return answer.contains("getMessage()")
                ? answer
                : answer.replaceFirst(
                        "\"[A-Z][a-z']*( [a-z']+){2,}[.!]?\"", variable + ".getMessage()");
    }

    /// Codes in error bodies, such as `"TASK_NOT_FOUND"` or `404`, are those of the new failure.
    private static String codes(String answer, String exception, int status) {
        String words = Names.words(exception.replaceFirst("Exception$", ""));
        var text = new StringBuilder();
        Matcher literal =
                Pattern.compile("\"([A-Za-z]+(?:[_ -][A-Za-z]+)*)\"|\\b4\\d\\d\\b").matcher(answer);
        while (literal.find()) {
            String written = literal.group();
            String code = literal.group(1);
            boolean isFirst = FIRST.matcher(answer.substring(0, literal.start())).find();
            if (code == null) {
                written = String.valueOf(status);
            } else if (isFirst && code.matches("[a-z]+")) {
                written = "\"" + words.replace(' ', '_') + "\"";
            } else if (code.equals(code.toUpperCase(Locale.ROOT))) {
                written = "\"" + words.replace(' ', '_').toUpperCase(Locale.ROOT) + "\"";
            } else if (code.contains("_")) {
                written = "\"" + words.replace(' ', '_') + "\"";
            } else if (code.contains("-")) {
                written = "\"" + words.replace(' ', '-') + "\"";
            } else if (code.contains(" ") || code.toLowerCase(Locale.ROOT).contains("found")) {
                written =
                        "\""
                                + (Character.isUpperCase(code.charAt(0))
                                        ? Names.upper(words)
                                        : words)
                                + "\"";
            }
            literal.appendReplacement(text, Matcher.quoteReplacement(written));
        }
        literal.appendTail(text);
        return text.toString();
    }
}
