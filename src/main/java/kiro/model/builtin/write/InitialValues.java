package kiro.model.builtin.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.code.JavaType;
import kiro.model.builtin.project.Making;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Finds what a new resource has that no request sends: what makes it gives that, its column has it by default, the
/// project's own code gives it to all new ones, or nothing has happened yet that it tells of.
final class InitialValues {
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "null|true|false|-?\\d+L?|\"[^\"]*\"|(?:[A-Z]\\w*\\.)+[A-Z][A-Z0-9_]*|List\\.of\\(\\)|Set\\.of\\(\\)|Map\\.of\\(\\)|Optional\\.empty\\(\\)|BigDecimal\\.ZERO");
    private static final Pattern DEED =
            Pattern.compile(
                    "(?<deed>\\w*(?:ed|paid|sent|sold|left|lost|done|met|taken|given|drawn|shown|begun|built|brought|bought|held|hidden|written))(?:At|On|By|Date|Time|Reason|Comment|Note)");
    private static final Pattern OF_THE_MAKING =
            Pattern.compile(
                    "(?i)(created|registered|inserted|added|updated|modified|changed|lastModified|lastUpdated|lastChanged|owned|written|sent)");

    private final SpringProject project;
    private final Place place;

    InitialValues(SpringProject project, Place place) {
        this.project = project;
        this.place = place;
    }

    /// What a property of a new resource has.
    ///
    /// @param expression as Java has it; empty where what makes the resource works it out
    /// @param isOwn whether what makes the resource sees to it by itself, unless it takes the property
    /// @param source why, after a comma
    record Initial(Optional<String> expression, boolean isOwn, String source) {
        private static Initial of(String expression, String source) {
            return new Initial(Optional.of(expression), false, source);
        }
    }

    /// Empty where the project does not say it.
    Optional<Initial> of(Property property) {
        return own(property)
                .or(() -> byFactory(property))
                .or(() -> byColumn(property))
                .or(() -> new MadeValues(project, place).of(property))
                .or(() -> none(property))
                .map(one -> named(property, one));
    }

    /// The same, where a constant has the names of all types around it.
    private Initial named(Property property, Initial initial) {
        return new Initial(
                initial.expression()
                        .map(expression ->
                                project.sources()
                                        .resolve(property.type(), place.resource().type().file())
                                        .filter(_ ->
                                                expression.matches("(?:[A-Z]\\w*\\.)+[A-Z]\\w*"))
                                        .map(type ->
                                                project.sources()
                                                        .constant(
                                                                type,
                                                                expression.replaceFirst(
                                                                        ".*\\.", "")))
                                        .orElse(expression)),
                initial.isOwn(),
                initial.source());
    }

    /// The type that a constant of this property is one of, where that is one of the project's.
    static Optional<String> imported(
            SpringProject project, Place place, Property property, String expression) {
        return project.sources()
                .resolve(property.type(), place.resource().type().file())
                .filter(type -> expression.startsWith(project.sources().constant(type, "")))
                .map(project.sources()::imported);
    }

    static boolean isConstant(String expression) {
        return CONSTANT.matcher(expression).matches();
    }

    /// What the field begins with, or what a constructor that does not take it gives it.
    private Optional<Initial> own(Property property) {
        Optional<String> first =
                place.resource()
                        .type()
                        .type()
                        .field(property.name())
                        .filter(field -> !field.is("static"))
                        .flatMap(JavaField::initializer)
                        .map(String::strip)
                        .or(() -> assigned(property));
        Making making = place.resource().making();
        boolean isTaken = making.takes().contains(property.name());
        boolean counts = !isTaken || first.filter(InitialValues::isConstant).isPresent();
        return first.filter(_ -> counts && !(making instanceof Making.Builder))
                .map(value ->
                        new Initial(
                                Optional.of(value).filter(InitialValues::isConstant),
                                !isTaken,
                                "as " + place.resource().name() + " gives it"));
    }

    /// What all constructors that could make it assign to a field, or put where they are given none.
    private Optional<String> assigned(Property property) {
        String name = Pattern.quote(property.name());
        Pattern assignment =
                Pattern.compile(
                        "(?:\\bthis\\.%1$s\\s*=\\s*(?<plain>[^;?=]+);)|(?:\\b%1$s\\s*==\\s*null\\s*\\?\\s*(?<other>[\\w.]+)\\s*:)|(?:\\bif\\s*\\(\\s*%1$s\\s*==\\s*null\\s*\\)\\s*\\{?\\s*(?:this\\.)?%1$s\\s*=\\s*(?<missing>[^;]+);)|(?:requireNonNullElse\\(\\s*%1$s\\s*,\\s*(?<orElse>[\\w.]+)\\s*\\))"
                                .formatted(name));
        List<String> found =
                place.resource().type().type().constructors().stream()
                        .filter(one -> !one.is("private") && !one.is("protected"))
                        .flatMap(one -> one.body().stream())
                        .flatMap(body -> assignment.matcher(body).results())
                        .map(InitialValues::value)
                        .filter(value -> !value.equals(property.name()))
                        .distinct()
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String value(java.util.regex.MatchResult found) {
        for (int at = 1; at <= found.groupCount(); at++) {
            if (found.group(at) != null) {
                return found.group(at).strip();
            }
        }
        return "";
    }

    /// What its static methods that make new ones give it, where all give the same.
    private Optional<Initial> byFactory(Property property) {
        List<JavaMethod> factories =
                place.resource().type().type().methods().stream()
                        .filter(method -> method.is("static") && !method.is("private"))
                        .filter(method -> method.returnType().equals(place.resource().name()))
                        .toList();
        return new MadeValues(project, place)
                .same(factories, property)
                .map(value ->
                        Initial.of(
                                value,
                                "as %s.%s gives it"
                                        .formatted(
                                                place.resource().name(),
                                                factories.getFirst().name())));
    }

    private Optional<Initial> byColumn(Property property) {
        return new KeptColumn(project, place)
                .standard(property)
                .flatMap(value -> Standards.constant(project, place, property, value))
                .map(Effect.Constant::expression)
                .map(value -> Initial.of(value, "as its column has by default"));
    }

    private Optional<Initial> none(Property property) {
        if (property.typeName().isPrimitive()
                || !new KeptColumn(project, place).takesNull(property)) {
            return Optional.empty();
        }
        boolean isOfLater = isOfLater(property.name());
        if (!isOfLater && !isComparedWithNull(property)) {
            return Optional.empty();
        }
        return Optional.of(Initial.of(CreateWriter.none(property), "as its column allows"));
    }

    /// Whether a property tells of something that happens to a resource after it was made.
    private boolean isOfLater(String name) {
        Matcher deed = DEED.matcher(name);
        return deed.matches()
                && !OF_THE_MAKING.matcher(deed.group("deed")).matches()
                && !Times.isOfTheMaking(
                        deed.group("deed") + "At", Names.noun(place.endpoint().route().path()));
    }

    /// Whether the project reckons with a resource that has none of it. A state is no such property: that a column
    /// may be without it does not say that a new one is.
    private boolean isComparedWithNull(Property property) {
        if (isState(property)) {
            return false;
        }
        Pattern compared =
                Pattern.compile(
                        "(?:\\b%s|%s)\\s*[!=]=\\s*null\\b"
                                .formatted(
                                        Pattern.quote(property.name()),
                                        Pattern.quote(property.read())));
        boolean isInside =
                place.resource().type().type().methods().stream()
                        .flatMap(method -> method.body().stream())
                        .anyMatch(body -> compared.matcher(body).find());
        return isInside
                || project.sources().main().stream()
                        .map(file -> file.text())
                        .filter(Objects::nonNull)
                        .anyMatch(text -> isComparedWithNull(property, text));
    }

    /// Whether a text compares what a variable of the resource's type has with nothing.
    private boolean isComparedWithNull(Property property, String text) {
        Pattern variable =
                Pattern.compile(
                        "\\b%s\\s+([a-z]\\w*)".formatted(Pattern.quote(place.resource().name())));
        return variable.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .anyMatch(name ->
                        Pattern.compile(
                                        "\\b%s%s\\s*[!=]=\\s*null\\b"
                                                .formatted(name, Pattern.quote(property.read())))
                                .matcher(text)
                                .find());
    }

    private boolean isState(Property property) {
        return project.sources()
                .resolve(property.type(), place.resource().type().file())
                .filter(type -> type.type().kind() == JavaType.Kind.ENUM)
                .isPresent();
    }
}
