package kiro.permission;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.sandbox.SandboxState;

/// What a command could show of files that are kept from tools. In the sandbox they are hidden, but not from git. Where nothing hides
/// them, what names one is denied, and what decides by itself what it reads is asked about with a word on that.
final class KeptFromCommands {
    private static final Pattern NAMES = Pattern.compile("[\\w.@~+-]*[./][\\w./@~+-]*");

    private static final Pattern MOVING = Pattern.compile("^(git )?mv\\b");

    private final KeptFiles kept;
    private final Policy.Walls walls;

    KeptFromCommands(KeptFiles kept, Policy.Walls walls) {
        this.kept = kept;
        this.walls = walls;
    }

    Facet in(Facet facet) {
        return facet.capability() == Capability.SHELL || !isNothing(facet.reach())
                ? looked(facet)
                : facet;
    }

    private static boolean isNothing(Reach reach) {
        return reach.read().isEmpty()
                && reach.written().isEmpty()
                && reach.walked().isEmpty()
                && !reach.showsHistory();
    }

    private Facet looked(Facet facet) {
        if (!kept.isAny()) {
            return facet;
        }
        Reach reach = facet.reach();
        Optional<String> named =
                Stream.concat(reach.read().stream(), reach.written().stream())
                        .flatMap(path -> kept.named(path).stream())
                        .findFirst();
        if (named.isPresent()) {
            return facet.orWorse(
                    new Assessment(
                            isDegraded() ? Concern.FORBIDDEN : Concern.PERSONAL,
                            named.get() + " is kept from tools by .kiroignore"));
        }
        if (reach.showsHistory() && kept.isInHistory()) {
            return asked(
                    facet,
                    "git can show what .kiroignore keeps from tools: the git tool leaves that out");
        }
        if (MOVING.matcher(facet.subject()).find() && reach.swept().stream().anyMatch(kept::isIn)) {
            return asked(facet, "it would give other names to what .kiroignore keeps from tools");
        }
        if (!reach.walked().isEmpty()
                && !isHidden()
                && reach.walked().stream().anyMatch(kept::isIn)) {
            return asked(
                    facet,
                    "it can show what .kiroignore keeps from tools, and no sandbox hides that here");
        }
        return facet.capability() == Capability.SHELL
                        && facet.assessment().concern().compareTo(Concern.SMALL) > 0
                        && isDegraded()
                ? unhidden(facet)
                : facet;
    }

    /// A program that does more than look reads what it likes. Its words may be a script that says what.
    private Facet unhidden(Facet facet) {
        boolean isGit = facet.subject().startsWith("git ");
        Optional<String> named =
                isGit
                        ? Optional.empty()
                        : NAMES.matcher(facet.subject())
                                .results()
                                .flatMap(name -> kept.named(name.group()).stream())
                                .findFirst();
        return named.map(name ->
                        facet.orWorse(
                                new Assessment(
                                        Concern.FORBIDDEN,
                                        name + " is kept from tools by .kiroignore")))
                .orElseGet(() ->
                        facet.because(
                                facet.assessment().reason()
                                        + "; it could read what .kiroignore keeps from tools"));
    }

    private boolean isHidden() {
        return walls.state() instanceof SandboxState.Active;
    }

    private boolean isDegraded() {
        return walls.state() instanceof SandboxState.Degraded;
    }

    /// Who is asked anyway is told of this too.
    private static Facet asked(Facet facet, String reason) {
        return facet.assessment().concern().compareTo(Concern.PERSONAL) < 0
                ? facet.orWorse(new Assessment(Concern.PERSONAL, reason))
                : facet.because(facet.assessment().reason() + "; " + reason);
    }
}
