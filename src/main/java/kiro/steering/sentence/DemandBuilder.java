package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.code.Symbol;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.ResourceDemand;
import kiro.steering.rule.ResourceDemand.PolicyElement;
import kiro.steering.rule.Subject;
import kiro.steering.rule.Subject.Use;
import kiro.steering.rule.SyntaxForm;
import kiro.steering.rule.TextPattern;

/// Makes demands of a sentence whose words are understood. No demand means that the words fit a form and make no sense
/// in it.
final class DemandBuilder {
    private final Reading reading;

    DemandBuilder(Reading reading) {
        this.reading = reading;
    }

    List<Demand> demands() {
        return switch (reading.form()) {
            case FORBID -> forbid(subjects());
            case FORBID_CALL -> forbid(only(Use.CALL));
            case FORBID_IMPORT -> forbid(only(Use.IMPORT));
            case FORBID_DIRECT -> direct();
            case FORBID_THROW -> thrown("throw new %s($$$)");
            case FORBID_RAISE -> thrown("raise %s($$$)");
            case FORBID_CATCH -> caught();
            case TODO_ISSUE -> todos();
            case ONLY_IN -> onlyIn();
            case NO_IMPORT -> each("from", from -> new Demand.NoImport(from, parts("to")));
            case IMPORT_ONLY -> each("from", from -> new Demand.ImportOnly(from, parts("to")));
            case IMPORTED_ONLY_BY -> each("to", to -> new Demand.ImportedOnlyBy(to, parts("from")));
            case LAYERS -> List.of(new Demand.Layers(parts("layer")));
            case NO_CYCLE -> List.of(new Demand.NoCycle(Optional.empty(), false));
            case NO_PACKAGE_CYCLE -> List.of(new Demand.NoCycle(Optional.empty(), true));
            case DEPEND_DENY -> List.of(new Demand.Dependencies(texts("packages"), false));
            case DEPEND_ALLOW -> List.of(new Demand.Dependencies(texts("packages"), true));
            case HARD_CODED -> forbid(List.of(new Subject.Form(SyntaxForm.HARD_CODED_SECRET)));
            case NOT_LOGGED -> List.of(new Demand.NotLogged(texts("fields")));
            default -> more();
        };
    }

    /// What is there, or is so.
    private List<Demand> more() {
        return switch (reading.form()) {
            case DOCUMENTED,
                    ANNOTATED,
                    EXTENDS,
                    TYPED,
                    RETURN_TYPED,
                    OF_KIND,
                    TESTED,
                    HEADER,
                    LICENSE_HEADER,
                    AT_MOST,
                    LINE_LENGTH,
                    COMPLEXITY ->
                    every();
            case COMPANION -> FileForms.companion(reading);
            case TESTS_NAMED -> FileForms.testsNamed(reading);
            case NAMED, NAMED_END, NAMED_START, NOT_START, NOT_END, NAMED_MATCH ->
                    new NamingBuilder(reading).demands();
            case PLACED -> placed();
            case PAIRED -> paired();
            case COVERAGE -> coverage(false, false);
            case BRANCH_COVERAGE -> coverage(true, false);
            case CHANGED_COVERAGE -> coverage(false, true);
            case CHANGED_BRANCH_COVERAGE -> coverage(true, true);
            case TAGGED,
                    ENCRYPTED,
                    REGIONS,
                    SERVICES_ALLOW,
                    SERVICES_DENY,
                    NO_WILDCARD,
                    NOT_PUBLIC ->
                    List.of(new Demand.Infrastructure(resources()));
            case SETTING, RUNTIME -> new SettingForms(reading).demands();
            default -> throw new IllegalStateException("no demand of " + reading.form());
        };
    }

    private List<Demand> forbid(List<Subject> subjects) {
        return subjects.stream().<Demand>map(Demand.Forbid::new).toList();
    }

    private List<Subject> subjects() {
        return reading.all("subjects", Meaning.Subjects.class).stream()
                .flatMap(some -> some.subjects().stream())
                .distinct()
                .toList();
    }

    /// None where one of them is no name: a form can be neither called nor imported.
    private List<Subject> only(Use use) {
        List<Subject> subjects = subjects();
        boolean areNames = subjects.stream().allMatch(Subject.Name.class::isInstance);
        return areNames
                ? subjects.stream()
                        .filter(Subject.Name.class::isInstance)
                        .map(Subject.Name.class::cast)
                        .<Subject>map(name -> new Subject.Name(name.text(), Set.of(use)))
                        .toList()
                : List.of();
    }

    /// "Directly" says that there is another way, through code that does it: what is to be used must be known, or the call
    /// be one of a library that nobody has to wrap.
    private List<Demand> direct() {
        boolean isKnown =
                reading.first("instead", Meaning.Free.class)
                        .filter(free -> free.text().matches(".*`[^`]*/[^`]*\\.\\w+`.*"))
                        .isPresent();
        boolean areCalls =
                subjects().stream()
                        .allMatch(subject ->
                                subject instanceof Subject.Name name
                                        && name.uses().equals(Set.of(Use.CALL))
                                        && name.text().contains("."));
        return (isKnown || areCalls) && reading.has("instead") ? forbid(subjects()) : List.of();
    }

    /// @param shape how it is written, with a place for the type
    private List<Demand> thrown(String shape) {
        List<String> types = texts("thrown");
        return types.stream().allMatch(type -> type.matches("[A-Z]\\w*"))
                ? types.stream()
                        .<Demand>map(type ->
                                new Demand.Forbid(
                                        new Subject.Shape(
                                                shape.formatted(type),
                                                shape.startsWith("raise")
                                                        ? List.of(Grammar.PYTHON)
                                                        : List.of())))
                        .toList()
                : List.of();
    }

    private List<Demand> caught() {
        Set<String> all = Set.of("Exception", "Throwable", "BaseException");
        return all.containsAll(texts("caught"))
                ? List.of(new Demand.Forbid(new Subject.Form(SyntaxForm.CATCH_ALL)))
                : List.of();
    }

    private List<Demand> todos() {
        String word = texts("todo").getFirst();
        return List.of(
                new Demand.Forbid(
                        new Subject.Comment(
                                TextPattern.regex(
                                        "\\b%s\\b(?!.{0,80}(?:#\\d|[A-Z]{2}-?\\d|[A-Z]-\\d|https?://))"
                                                .formatted(word)))));
    }

    private List<Demand> onlyIn() {
        Part home = joined(parts("home"));
        return subjects().stream()
                .<Demand>map(subject -> new Demand.OnlyIn(subject, home))
                .toList();
    }

    /// One part that has what any of them has.
    private static Part joined(List<Part> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : new Part(
                        String.join(", ", parts.stream().map(Part::name).toList()),
                        parts.stream().flatMap(part -> part.paths().stream()).toList(),
                        parts.stream().flatMap(part -> part.packages().stream()).toList(),
                        parts.stream().flatMap(part -> part.words().stream()).toList(),
                        parts.stream().flatMap(part -> part.annotations().stream()).toList());
    }

    private List<Demand> each(String label, Function<Part, Demand> demand) {
        return parts(label).stream().map(demand).toList();
    }

    private List<Demand> every() {
        Optional<Quality> quality = quality();
        return quality.stream()
                .<Demand>flatMap(has -> kind().map(kind -> new Demand.Every(kind, has)).stream())
                .toList();
    }

    private Optional<Quality> quality() {
        return switch (reading.form()) {
            case DOCUMENTED -> Optional.of(new Quality.Documented());
            case ANNOTATED -> Optional.of(new Quality.Annotated(texts("annotations")));
            case EXTENDS ->
                    texts("type").stream()
                            .filter(type -> type.matches("[A-Z]\\w*(?:<.*>)?"))
                            .findFirst()
                            .map(type -> new Quality.Extends(type.replaceAll("<.*", "")));
            case TYPED -> Optional.of(new Quality.Typed());
            case RETURN_TYPED -> Optional.of(new Quality.ReturnTyped());
            case OF_KIND ->
                    Optional.of(
                            new Quality.OfKind(Symbol.Kind.valueOf(texts("type-kind").getFirst())));
            case LICENSE_HEADER -> Optional.of(new Quality.LicenseHeader());
            case COMPLEXITY -> Optional.of(new Quality.AtMost(Quality.Measure.COMPLEXITY, limit()));
            case TESTED -> Optional.of(new Quality.TestFile());
            case HEADER -> Optional.of(new Quality.Header(texts("text").getFirst()));
            case LINE_LENGTH ->
                    Optional.of(new Quality.AtMost(Quality.Measure.LINE_LENGTH, limit()));
            case AT_MOST -> measure().map(measure -> new Quality.AtMost(measure, limit()));
            default -> Optional.empty();
        };
    }

    private Optional<Declared> kind() {
        return switch (reading.form()) {
            case LINE_LENGTH -> Optional.of(file("files"));
            case TYPED, COMPLEXITY ->
                    reading.first("kind", Meaning.Kind.class)
                            .map(Meaning.Kind::declared)
                            .or(() -> DemandReader.said("functions"));
            case TESTED ->
                    reading.first("kind", Meaning.Kind.class)
                            .map(Meaning.Kind::declared)
                            .filter(declared ->
                                    declared.within().isPresent() || declared.kinds().isEmpty())
                            .map(declared ->
                                    new Declared(
                                            declared.name(),
                                            Set.of(),
                                            Declared.Reach.ANY,
                                            declared.within(),
                                            List.of()));
            case HEADER, LICENSE_HEADER ->
                    reading.first("kind", Meaning.Kind.class)
                            .map(Meaning.Kind::declared)
                            .filter(declared -> declared.kinds().isEmpty());
            case OF_KIND ->
                    reading.first("kind", Meaning.Kind.class)
                            .map(Meaning.Kind::declared)
                            .filter(declared -> declared.within().isPresent());
            default ->
                    reading.first("kind", Meaning.Kind.class)
                            .filter(kind -> !kind.areConstants())
                            .map(Meaning.Kind::declared)
                            .filter(DemandBuilder::areTypes);
        };
    }

    static Declared file(String name) {
        return new Declared(name, Set.of(), Declared.Reach.ANY, Optional.empty(), List.of());
    }

    /// Whether a part is one that people write as types: hooks and handlers may be functions.
    static boolean areTypes(Declared declared) {
        return declared.within().stream()
                .flatMap(part -> part.words().stream())
                .allMatch(word -> Lexicon.builtIn().has("type-part", word));
    }

    private Optional<Quality.Measure> measure() {
        Declared declared = reading.first("kind", Meaning.Kind.class).orElseThrow().declared();
        if (declared.within().isPresent()) {
            return Optional.empty();
        }
        Set<Symbol.Kind> kinds = declared.kinds();
        boolean areFunctions = !kinds.isEmpty() && kinds.stream().allMatch(Symbol.Kind::isFunction);
        boolean areTypes = !kinds.isEmpty() && kinds.stream().noneMatch(Symbol.Kind::isFunction);
        Quality.Measure lines =
                areFunctions
                        ? Quality.Measure.LINES_OF_FUNCTION
                        : areTypes ? Quality.Measure.LINES_OF_TYPE : Quality.Measure.LINES_OF_FILE;
        boolean isMixed = !areFunctions && !areTypes && !kinds.isEmpty();
        return switch (texts("unit").getFirst()) {
            case "LINES" -> Optional.of(lines).filter(measure -> !isMixed);
            case "PARAMETERS" ->
                    Optional.of(Quality.Measure.PARAMETERS).filter(measure -> areFunctions);
            case "NESTING" -> Optional.of(Quality.Measure.NESTING).filter(measure -> areFunctions);
            default -> Optional.empty();
        };
    }

    /// "Below 40" is at most 39.
    private int limit() {
        int number = reading.first("number", Meaning.Amount.class).orElseThrow().value();
        return reading.has("below") ? number - 1 : number;
    }

    /// Files that only lie in a place of tests, such as fixtures, are not what a sentence moves.
    private List<Demand> placed() {
        Part part = parts("part").getFirst();
        Part named = new Part(part.name(), List.of(), List.of(), part.words(), part.annotations());
        boolean isNamed = !part.words().isEmpty();
        return isNamed ? List.of(new Demand.Placed(named, parts("paths"))) : List.of();
    }

    private List<Demand> paired() {
        Stream<String> both = Stream.of(texts("first"), texts("second")).map(List::getFirst);
        List<Subject.Name> names =
                both.map(text -> text.replaceAll("\\(\\)$", ""))
                        .filter(text -> text.matches("[\\w.]+"))
                        .map(text -> new Subject.Name(text, Set.of(Use.CALL)))
                        .toList();
        return names.size() == 2
                ? List.of(new Demand.Paired(names.getFirst(), names.getLast()))
                : List.of();
    }

    private List<Demand> coverage(boolean ofBranches, boolean ofChanges) {
        int percent = reading.first("number", Meaning.Amount.class).orElseThrow().value();
        return percent > 0 && percent <= 100
                ? List.of(
                        new Demand.Coverage(
                                percent,
                                ofBranches,
                                ofChanges,
                                reading.first("covered", Meaning.Parts.class).isPresent()
                                        ? Optional.of(joined(parts("covered")))
                                        : Optional.empty()))
                : List.of();
    }

    private ResourceDemand resources() {
        return switch (reading.form()) {
            case TAGGED -> new ResourceDemand.Tagged(texts("tags"));
            case REGIONS -> new ResourceDemand.Regions(texts("regions"));
            case SERVICES_ALLOW -> new ResourceDemand.Services(texts("services"), true);
            case SERVICES_DENY -> new ResourceDemand.Services(texts("banned-services"), false);
            case NO_WILDCARD ->
                    new ResourceDemand.NoWildcard(
                            texts("wild").stream().map(PolicyElement::valueOf).toList());
            case NOT_PUBLIC -> new ResourceDemand.NotPublic(texts("stores"));
            default -> new ResourceDemand.Encrypted(texts("stores"));
        };
    }

    private List<String> texts(String label) {
        return reading.all(label, Meaning.Texts.class).stream()
                .flatMap(some -> some.texts().stream())
                .toList();
    }

    private List<Part> parts(String label) {
        var parts = new ArrayList<Part>();
        reading.all(label, Meaning.Parts.class).forEach(some -> parts.addAll(some.parts()));
        return parts;
    }
}
