package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaMethod;
import kiro.code.JavaParameter;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.TypeName;

/// What exceptions of a project are made with, for a failure.
final class FailureArguments {
    private static final String NOUN =
            "what|name|noun|type|kind|resource|entity|resourceName|entityName|typeName";
    private static final String CODE = "(?i)(error|problem|failure|reason)?(code|key|slug|type)";
    private static final String TEXT =
            "(?i)(message|msg|reason|detail|details|text|why|what|error|cause)";

    /// What is told of one field, as a literal: `"endDate must not be before startDate"`.
    private static final Pattern TOLD = Pattern.compile("\"(\\w+) must [^\"]*\"");

    private final SpringProject project;

    FailureArguments(SpringProject project) {
        this.project = project;
    }

    /// The arguments of a static method that makes an exception: what is not found is named; everything else is told.
    ///
    /// @param call how such a call begins, as `Failure.notFound(`
    Optional<String> made(List<JavaParameter> parameters, Trouble trouble, String call) {
        boolean isNoun =
                trouble.status() == 404
                        && parameters.size() == 1
                        && parameters.getFirst().type().equals("String")
                        && parameters.getFirst().name().matches(NOUN);
        if (isNoun) {
            return Optional.of(noun(trouble, call));
        }
        return listed(parameters, trouble).or(() -> of(parameters, trouble, call));
    }

    /// All that is wrong, for what takes a list; empty where it takes something else.
    static Optional<String> listed(List<JavaParameter> parameters, Trouble trouble) {
        boolean isList =
                parameters.size() == 1
                        && parameters.getFirst().type().matches("(List|Collection)<String>");
        if (!isList) {
            return Optional.empty();
        }
        return Optional.of(
                trouble.message().contains("problems")
                        ? "problems"
                        : "List.of(" + trouble.message() + ")");
    }

    /// What is not found, as the project writes such words in other calls.
    private String noun(Trouble trouble, String call) {
        String type = trouble.newName().replaceFirst("NotFound(Exception)?$", "");
        Matcher written =
                Pattern.compile(Pattern.quote(call) + "\\s*\"([A-Za-z])").matcher(sources());
        boolean isUpper = written.find() && Character.isUpperCase(written.group(1).charAt(0));
        String words = Names.words(Names.lower(type));
        return Constraints.literal(isUpper ? Names.upper(words) : words);
    }

    private String sources() {
        var text = new StringBuilder();
        project.sources().main().forEach(file -> text.append(file.text()).append('\n'));
        return text.toString();
    }

    /// The arguments of a constructor or method; empty where its parameters say something else.
    ///
    /// @param call how such a call begins
    Optional<String> of(List<JavaParameter> parameters, Trouble trouble, String call) {
        return switch (parameters.size()) {
            case 0 -> Optional.of("");
            case 1 -> one(parameters.getFirst(), trouble);
            case 2 -> two(parameters.getFirst(), parameters.getLast(), trouble, call);
            default -> Optional.empty();
        };
    }

    /// Whether a constructor makes a sentence of the one text that it takes: `super("No item " + sku)`.
    static boolean isOfId(JavaMethod constructor) {
        return constructor.parameters().size() == 1
                && constructor.parameters().getFirst().type().equals("String")
                && !constructor.parameters().getFirst().name().matches(TEXT)
                && constructor.body().orElse("").matches("(?s).*super\\(\\s*\"[^;]*\\+.*");
    }

    /// Which one it is about, as a text; empty where it is about none.
    static Optional<String> id(Trouble trouble) {
        if (trouble.id().equals(trouble.message())) {
            return Optional.empty();
        }
        boolean isText = TypeName.of(trouble.idType()).raw().equals("String");
        return Optional.of(isText ? trouble.id() : "String.valueOf(" + trouble.id() + ")");
    }

    private static Optional<String> one(JavaParameter parameter, Trouble trouble) {
        TypeName type = TypeName.of(parameter.type());
        boolean isId = !parameter.name().matches(TEXT);
        if (type.isSameAs(TypeName.of(trouble.idType()))
                && (isId || !type.raw().equals("String"))) {
            return Optional.of(trouble.id());
        }
        return switch (type.raw()) {
            case "String" -> Optional.of(trouble.message());
            case "Object" -> Optional.of(trouble.id());
            default -> Optional.empty();
        };
    }

    /// What is not found, and which one.
    private Optional<String> two(
            JavaParameter first, JavaParameter second, Trouble trouble, String call) {
        Optional<String> ofField = ofField(first, second, trouble);
        if (ofField.isPresent()) {
            return ofField;
        }
        Optional<String> told = told(first, second, trouble);
        if (told.isPresent() || trouble.status() != 404) {
            return told;
        }
        Optional<String> what =
                switch (TypeName.of(first.type()).raw()) {
                    case "String" ->
                            first.name().matches(NOUN)
                                    ? Optional.of(noun(trouble, call))
                                    : Optional.empty();
                    case "Class" ->
                            Optional.of(
                                    trouble.newName().replaceFirst("NotFound(Exception)?$", "")
                                            + ".class");
                    default -> Optional.empty();
                };
        TypeName type = TypeName.of(second.type());
        boolean isSame = type.isSameAs(TypeName.of(trouble.idType()));
        Optional<String> which =
                isSame || type.raw().matches("Object|Serializable")
                        ? Optional.of(trouble.id())
                        : type.raw().equals("String")
                                ? Optional.of("String.valueOf(" + trouble.id() + ")")
                                : Optional.empty();
        return what.flatMap(noun -> which.map(id -> noun + ", " + id));
    }

    /// The field that is wrong, and what is wrong with it.
    private static Optional<String> ofField(
            JavaParameter first, JavaParameter second, Trouble trouble) {
        boolean isField =
                first.type().equals("String")
                        && second.type().equals("String")
                        && first.name()
                                .matches("(?i)(field|property|parameter|attribute|path)(name)?");
        Matcher told = TOLD.matcher(trouble.message());
        if (isField && told.matches()) {
            return Optional.of(Constraints.literal(told.group(1)) + ", " + trouble.message());
        }
        return isField && trouble.message().contains("problems")
                ? Optional.of(
                        "problems.getFirst().replaceFirst(\":.*\", \"\"), " + trouble.message())
                : Optional.empty();
    }

    /// A message beside a code for programs, or beside the id that it is about.
    private Optional<String> told(JavaParameter first, JavaParameter second, Trouble trouble) {
        boolean isLast = isMessage(second) && !isMessage(first);
        boolean isFirst = isMessage(first) && !isMessage(second);
        if (!isFirst && !isLast) {
            return Optional.empty();
        }
        JavaParameter other = isLast ? first : second;
        boolean isId =
                !trouble.id().equals(trouble.message())
                        && other.name().matches("(?i)\\w*id")
                        && TypeName.of(other.type()).isSameAs(TypeName.of(trouble.idType()));
        Optional<String> beside =
                isId
                        ? Optional.of(trouble.id())
                        : other.type().equals("String") && other.name().matches(CODE)
                                ? Optional.of(code(trouble))
                                : Optional.empty();
        return beside.map(
                one -> isLast ? one + ", " + trouble.message() : trouble.message() + ", " + one);
    }

    private static boolean isMessage(JavaParameter parameter) {
        return parameter.type().equals("String") && parameter.name().matches(TEXT);
    }

    /// The code that the spec has for it; else one like those that the project has.
    private String code(Trouble trouble) {
        String words = Names.words(Names.lower(trouble.newName().replaceFirst("Exception$", "")));
        Matcher written =
                Pattern.compile("new \\w+\\(\\s*\"([A-Za-z]+(?:[_.-][A-Za-z]+)*)\"\\s*,")
                        .matcher(sources());
        String like = written.find() ? written.group(1) : "";
        String mark = like.contains("-") ? "-" : like.contains(".") ? "." : "_";
        String made =
                like.isEmpty() || like.equals(like.toUpperCase(Locale.ROOT))
                        ? words.replace(" ", "_").toUpperCase(Locale.ROOT)
                        : words.replace(" ", mark);
        return Constraints.literal(trouble.code().orElse(made));
    }
}
