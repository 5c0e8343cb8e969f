package kiro.steering.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Symbol;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Part;
import kiro.steering.rule.Quality;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.source.NameUse;
import kiro.text.SourceSpan;

/// What each demand asks of one file.
final class Demands {
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "method_declaration",
                    "constructor_declaration",
                    "function_declaration",
                    "function_definition",
                    "function_item",
                    "method_definition",
                    "function_expression");

    private static final Set<String> PROGRAMS =
            Set.of(
                    "kt", "kts", "scala", "groovy", "rb", "php", "cs", "c", "h", "cc", "cpp", "hpp",
                    "swift", "m", "dart", "vue", "svelte", "css", "scss", "less", "html", "sql",
                    "sh", "bash", "tf", "lua", "ex", "exs", "erl", "hs", "clj", "r", "pl");

    private final FileWork work;
    private final SteeringRule rule;
    private final Report report;
    private final List<CheckResult.Note> notes;

    Demands(FileWork work, SteeringRule rule, Report report, List<CheckResult.Note> notes) {
        this.notes = notes;
        this.work = work;
        this.rule = rule;
        this.report = report;
    }

    /// The names that a demand looks for.
    static Set<Subject.Name> names(Demand demand) {
        return switch (demand) {
            case Demand.Forbid forbid -> names(forbid.subject());
            case Demand.OnlyIn only -> names(only.subject());
            case Demand.Every every -> names(every.has());
            case Demand.None none -> names(none.has());
            case Demand.Paired paired -> Set.of(paired.first(), paired.second());
            case Demand.NoImport _,
                    Demand.ImportedOnlyBy _,
                    Demand.ImportOnly _,
                    Demand.Layers _,
                    Demand.NoCycle _,
                    Demand.Named _,
                    Demand.Placed _,
                    Demand.Dependencies _,
                    Demand.NotLogged _,
                    Demand.Coverage _,
                    Demand.Infrastructure _ ->
                    Set.of();
        };
    }

    private static Set<Subject.Name> names(Subject subject) {
        return subject instanceof Subject.Name name ? Set.of(name) : Set.of();
    }

    private static Set<Subject.Name> names(Quality quality) {
        return quality instanceof Quality.Uses uses ? new HashSet<>(uses.anyOf()) : Set.of();
    }

    void check() {
        switch (rule.demand()) {
            case Demand.Forbid forbid ->
                    addAll(GivenOn.without(Subjects.in(work, forbid.subject()), work, rule));
            case Demand.OnlyIn only -> {
                if (!work.parts().has(only.part(), work.file())) {
                    addAll(GivenOn.without(confined(only.subject()), work, rule));
                }
            }
            case Demand.NoImport _,
                    Demand.ImportedOnlyBy _,
                    Demand.ImportOnly _,
                    Demand.Layers _,
                    Demand.NoCycle _ ->
                    addAll(ImportRules.in(work, rule.demand()));
            case Demand.Every every -> declared(every.every(), every.has(), true);
            case Demand.None none -> declared(none.every(), none.has(), false);
            case Demand.Named named -> named(named);
            case Demand.Placed placed -> placed(placed);
            case Demand.Paired paired -> paired(paired);
            case Demand.Dependencies dependencies -> dependencies(dependencies);
            case Demand.NotLogged logged ->
                    work.file()
                            .source()
                            .ifPresent(source -> addAll(LogRules.in(source, logged.fields())));
            case Demand.Coverage _ -> {}
            case Demand.Infrastructure infrastructure -> infrastructure(infrastructure);
        }
    }

    private List<Found> confined(Subject subject) {
        return subject instanceof Subject.Name name
                ? Subjects.imported(work, name)
                : Subjects.in(work, subject);
    }

    private void infrastructure(Demand.Infrastructure asked) {
        InfrastructureCheck.Outcome outcome =
                work.engine()
                        .infrastructure()
                        .check(
                                work.project().files(),
                                work.path(),
                                work.file().bytes(),
                                asked.demand());
        for (InfrastructureCheck.Fault each : outcome.faults()) {
            report.add(rule, work.path(), each.span(), each.what(), each.fix(), each.print());
        }
        outcome.unread()
                .map(reason -> new CheckResult.Note(work.path(), true, reason))
                .filter(note -> !notes.contains(note))
                .ifPresent(notes::add);
    }

    private void addAll(List<Found> found) {
        for (Found each : found) {
            report.add(
                    rule,
                    work.path(),
                    each.node(),
                    each.what(),
                    Report.fix(rule, each.otherwise()),
                    each.repairs());
        }
    }

    private void declared(Declared every, Quality quality, boolean isWanted) {
        boolean isOfFile = every.kinds().isEmpty();
        boolean isCode = work.file().source().isPresent();
        boolean needsCode =
                switch (quality) {
                    case Quality.Companion _, Quality.Header _ -> false;
                    case Quality.AtMost _ -> !isProgram(work.path());
                    default -> true;
                };
        if (!isCode && (!isOfFile || needsCode)) {
            return;
        }
        String lacks = QualityWords.of(quality, isWanted);
        boolean isOfLine =
                quality instanceof Quality.AtMost most
                        && most.measure() == Quality.Measure.LINE_LENGTH
                        && isOfFile;
        for (DeclaredRules.Fault fault : new DeclaredRules(work).in(every, quality, isWanted)) {
            report.add(
                    rule,
                    work.path(),
                    fault.span(),
                    isOfLine ? "the line " + lacks : "%s %s".formatted(fault.name(), lacks),
                    Report.fix(rule, QualityWords.fix(quality, isWanted)),
                    fault.name());
        }
    }

    /// What people write as a program, in a language that is not read as well: limits are not about documents and images.
    private static boolean isProgram(String path) {
        return PROGRAMS.contains(path.substring(path.lastIndexOf('.') + 1));
    }

    private void named(Demand.Named named) {
        Declared every = named.every();
        boolean isElsewhere =
                every.within().isPresent() && !work.parts().has(every.within().get(), work.file());
        if (isElsewhere) {
            return;
        }
        String shown = NameStyles.shown(named.pattern());
        if (every.kinds().isEmpty()) {
            String name = work.path().substring(work.path().lastIndexOf('/') + 1);
            int dot = name.indexOf('.', 1);
            String stem = dot < 0 ? name : name.substring(0, dot);
            if (!NameStyles.isSo(stem, named.pattern())
                    && !NameStyles.isSo(name, named.pattern())) {
                add(
                        SourceSpan.start(),
                        "the file %s is not %s".formatted(name, shown),
                        "rename it",
                        name);
            }
            return;
        }
        for (Symbol symbol : new DeclaredRules(work).declared(every)) {
            boolean isGiven =
                    symbol.name().startsWith("__") || symbol.kind() == Symbol.Kind.CONSTRUCTOR;
            if (!isGiven && !NameStyles.isSo(symbol.name(), named.pattern())) {
                DeclaredRules.Fault fault = DeclaredRules.fault(symbol);
                add(
                        fault.span(),
                        "%s is not %s".formatted(symbol.name(), shown),
                        "rename it",
                        fault.name());
            }
        }
    }

    private void add(SourceSpan span, String what, String otherwise, String print) {
        report.add(rule, work.path(), span, what, Report.fix(rule, otherwise), print);
    }

    private void placed(Demand.Placed placed) {
        boolean isRight =
                placed.places().stream().anyMatch(place -> work.parts().has(place, work.file()));
        if (!isRight && work.parts().has(placed.part(), work.file())) {
            String places = String.join(" or ", placed.places().stream().map(Part::name).toList());
            add(
                    SourceSpan.start(),
                    "%s is not in %s".formatted(work.path(), places),
                    "move it to " + places,
                    work.path());
        }
    }

    private void paired(Demand.Paired paired) {
        for (NameUse use : work.uses(paired.first())) {
            if (use.how() == Subject.Use.IMPORT) {
                continue;
            }
            Optional<SyntaxNode> function = function(use.node());
            boolean isPaired =
                    work.uses(paired.second()).stream()
                            .anyMatch(other -> function.equals(function(other.node())));
            if (!isPaired) {
                addAll(
                        List.of(
                                new Found(
                                        use.node(),
                                        "%s without %s"
                                                .formatted(
                                                        paired.first().text(),
                                                        paired.second().text()),
                                        "add " + paired.second().text())));
            }
        }
    }

    private static Optional<SyntaxNode> function(SyntaxNode node) {
        return node.above(FUNCTIONS);
    }

    private void dependencies(Demand.Dependencies asked) {
        if (!Manifests.isOne(work.path())) {
            return;
        }
        for (Manifests.Dependency each : Manifests.in(work.path(), work.file().text())) {
            boolean isNamed =
                    each.names().stream()
                            .anyMatch(name ->
                                    asked.names().stream().anyMatch(one -> isLike(name, one)));
            if (isNamed != asked.isAllowList()) {
                String name = each.names().getFirst();
                add(each.span(), "the project depends on " + name, "remove it", name);
            }
        }
    }

    private static boolean isLike(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equalsIgnoreCase(pattern);
    }
}
