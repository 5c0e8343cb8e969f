package kiro.steering.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.SyntaxNode;
import kiro.steering.rule.Demand;
import kiro.steering.rule.Instead;
import kiro.steering.rule.SteeringRule;
import kiro.steering.rule.Subject;
import kiro.steering.source.FileImports;

/// Leaves alone what comes by way of a place that a rule lets use the name: a logger whose file gives `console.log` on is what
/// is to be used.
final class GivenOn {
    private static final int MOST_FILES = 3;
    private static final Pattern FIRST = Pattern.compile("[\\p{L}_$][\\p{L}\\d_$]*");

    private final FileWork work;
    private final Predicate<String> isAllowed;

    private GivenOn(FileWork work, Predicate<String> isAllowed) {
        this.work = work;
        this.isAllowed = isAllowed;
    }

    static List<Found> without(List<Found> found, FileWork work, SteeringRule rule) {
        boolean isOfName =
                switch (rule.demand()) {
                    case Demand.Forbid forbid -> forbid.subject() instanceof Subject.Name;
                    case Demand.OnlyIn only -> only.subject() instanceof Subject.Name;
                    default -> false;
                };
        return found.isEmpty() || !isOfName
                ? found
                : new GivenOn(work, allowed(work, rule)).filter(found);
    }

    private static Predicate<String> allowed(FileWork work, SteeringRule rule) {
        Predicate<String> isExcepted =
                path -> rule.scope().except().stream().anyMatch(glob -> glob.matches(path));
        Predicate<String> isInstead =
                path -> rule.instead().flatMap(Instead::file).filter(path::equals).isPresent();
        Predicate<String> isHome =
                path ->
                        rule.demand() instanceof Demand.OnlyIn only
                                && work.parts().has(only.part(), path, work.project());
        return isExcepted.or(isInstead).or(isHome);
    }

    private List<Found> filter(List<Found> found) {
        List<SyntaxNode> imports =
                work.file().source().stream()
                        .flatMap(source -> work.engine().imports().of(source).stream())
                        .filter(this::isOfAllowed)
                        .map(edge -> statement(edge.node()))
                        .toList();
        if (imports.isEmpty()) {
            return found;
        }
        var others = new ArrayList<Found>();
        for (Found each : found) {
            if (imports.stream().noneMatch(statement -> isBy(statement, each.node()))) {
                others.add(each);
            }
        }
        return others;
    }

    private boolean isOfAllowed(FileImports.Edge edge) {
        return edge.files().stream()
                .anyMatch(path -> work.engine().imports().leadsTo(path, isAllowed, MOST_FILES));
    }

    /// `require` stands in the declaration of what it gives.
    private static SyntaxNode statement(SyntaxNode node) {
        SyntaxNode at = node;
        while (at.parent()
                .filter(above ->
                        above.is("variable_declarator")
                                || above.is("await_expression")
                                || above.is("call_expression"))
                .isPresent()) {
            at = at.parent().get();
        }
        return at;
    }

    /// Whether a name is bound by an import.
    private static boolean isBy(SyntaxNode statement, SyntaxNode use) {
        if (statement.contains(use)) {
            return true;
        }
        Matcher name = FIRST.matcher(use.flatText());
        return name.find()
                && Pattern.compile("(?<![\\w$])" + Pattern.quote(name.group()) + "(?![\\w$])")
                        .matcher(statement.flatText())
                        .find();
    }
}
