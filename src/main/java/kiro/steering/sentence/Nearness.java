package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.steering.rule.FileScope;
import kiro.steering.rule.SteeringRule;
import kiro.text.PathGlob;

/// Which of two steering files is nearer to the code that they both speak for.
final class Nearness {
    private static final String PERSON = "~";

    private Nearness() {}

    /// The folder that a steering file speaks for; empty for the project's root, `~` for a person's own.
    static String base(String file) {
        if (file.startsWith("~/")) {
            return PERSON;
        }
        int folder = file.indexOf("/.kiro/steering/");
        int agents = file.endsWith("/AGENTS.md") ? file.lastIndexOf('/') : -1;
        return folder > 0 ? file.substring(0, folder) : agents > 0 ? file.substring(0, agents) : "";
    }

    /// A pattern of a rule as one from the project's root.
    static Optional<PathGlob> fromRoot(SteeringRule rule, PathGlob glob) {
        String prefix = prefix(rule);
        String text = glob.toString();
        return PathGlob.parse(
                prefix.isEmpty() ? text : prefix + (text.indexOf('/') < 0 ? "**/" : "") + text);
    }

    /// What stands before paths of a rule's folder: nothing, or the folder and a slash.
    static String prefix(SteeringRule rule) {
        String base = base(rule.origin().file());
        return base.isEmpty() || base.equals(PERSON) ? "" : base + "/";
    }

    /// Whether a place speaks for all that another one speaks for, and more.
    private static boolean isAbove(String outer, String inner) {
        return outer.equals(PERSON)
                ? !inner.equals(PERSON)
                : !inner.equals(PERSON)
                        && !outer.equals(inner)
                        && (outer.isEmpty() || inner.startsWith(outer + "/"));
    }

    static boolean isAbove(SteeringRule outer, SteeringRule inner) {
        return isAbove(base(outer.origin().file()), base(inner.origin().file()));
    }

    static boolean areOfOnePlace(SteeringRule one, SteeringRule other) {
        return base(one.origin().file()).equals(base(other.origin().file()));
    }

    /// The outer rule where the inner one does not hold; empty where that is nowhere.
    static Optional<SteeringRule> without(SteeringRule outer, SteeringRule inner) {
        String base = base(outer.origin().file());
        String folder = base(inner.origin().file());
        if (base.equals(PERSON)) {
            return Optional.empty();
        }
        List<PathGlob> except = new ArrayList<>(outer.scope().except());
        PathGlob.parse(folder.substring(base.isEmpty() ? 0 : base.length() + 1) + "/**")
                .ifPresent(except::add);
        return Optional.of(
                new SteeringRule(
                        outer.id(),
                        outer.origin(),
                        outer.demand(),
                        new FileScope(outer.scope().within(), except),
                        outer.instead(),
                        outer.severity(),
                        outer.examples()));
    }
}
