package kiro.permission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kiro.edit.FileChange;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import kiro.tool.Risk;
import kiro.workspace.WorkspacePath;

/// Decides about effects: a pure function of the effect, the mode, the rules, the phase and the plan.
///
/// What an effect could do is assessed apart from the mode; the mode then says what follows from it, and
/// rules say otherwise: deny over ask over allow, whoever made them. What is forbidden stays so in every
/// mode and under every rule.
public final class Policy {
    private static final String NOBODY =
            ": a person would have to allow it, and nobody is asked here";

    private final Mode mode;
    private final Path root;
    private final Supplier<PermissionRules> rules;
    private final Thresholds thresholds;
    private final Walls walls;
    private final List<Narrowing> narrowings;
    private final Surroundings around;

    /// What there is in the workspace beside the files that an effect names.
    private record Surroundings(KeptFiles kept, HeldByFolders held) {
        static final Surroundings NONE = new Surroundings(KeptFiles.NONE, HeldByFolders.NONE);
    }

    /// What is known of the sandbox when a command is decided about.
    @FunctionalInterface
    public interface Walls {
        SandboxState state();
    }

    /// A policy without rules.
    ///
    /// @param root the workspace's folder: commands may name files by their whole paths
    public Policy(Mode mode, Path root) {
        this(
                mode,
                root,
                () -> PermissionRules.NONE,
                Thresholds.STANDARD,
                () -> new SandboxState.Off("nowhere"));
    }

    /// @param rules the rules as they are when something is decided: a person may add some
    /// @param walls asked when a command line is decided about, and not before
    public Policy(
            Mode mode,
            Path root,
            Supplier<PermissionRules> rules,
            Thresholds thresholds,
            Walls walls) {
        this(mode, root, rules, thresholds, walls, List.of(), Surroundings.NONE);
    }

    private Policy(
            Mode mode,
            Path root,
            Supplier<PermissionRules> rules,
            Thresholds thresholds,
            Walls walls,
            List<Narrowing> narrowings,
            Surroundings around) {
        this.mode = mode;
        this.root = root;
        this.rules = rules;
        this.thresholds = thresholds;
        this.walls = walls;
        this.narrowings = List.copyOf(narrowings);
        this.around = around;
    }

    /// The same policy in a workspace that keeps files from tools.
    public Policy keeping(KeptFiles others) {
        return around(new Surroundings(others, around.held()));
    }

    /// The same policy in a workspace whose folders hold files.
    public Policy holding(HeldByFolders held) {
        return around(new Surroundings(around.kept(), held));
    }

    private Policy around(Surroundings others) {
        return new Policy(mode, root, rules, thresholds, walls, narrowings, others);
    }

    /// The same policy for an agent that keeps itself within narrower limits.
    public Policy narrowedBy(Narrowing narrowing) {
        var all = new ArrayList<>(narrowings);
        all.add(narrowing);
        return new Policy(mode, root, rules, thresholds, walls, all, around);
    }

    /// @param targets the files that the step in hand names; empty where it names none
    public Ruling rule(Effect effect, Phase phase, List<WorkspacePath> targets) {
        return explain(effect, phase, targets).ruling();
    }

    /// A ruling, with every part of the effect and every rule that had to do with it.
    public Explanation explain(Effect effect, Phase phase, List<WorkspacePath> targets) {
        var parts = new ArrayList<Explanation.Part>();
        Worst worst = new Worst(RiskAssessor.ofNothing(effect), Optional.empty());
        Optional<String> open = openness(effect);
        for (Facet each : RiskAssessor.facets(effect, targets, root)) {
            Facet facet = surrounded(effect, each);
            Explanation.Part part = narrowed(part(facet, open), effect, facet);
            parts.add(part);
            worst = worst.or(facet.assessment(), part);
        }
        Risk risk = worst.assessment().concern().risk();
        if (phase == Phase.PLANNING && !isLooking(effect)) {
            return new Explanation(
                    new Ruling(
                            Decision.DENY,
                            risk,
                            "a plan is being made: until it is approved, only looking is allowed"),
                    parts);
        }
        Optional<WorkspacePath> code =
                phase == Phase.WRITING_TESTS ? codeIn(effect) : Optional.empty();
        if (code.isPresent()) {
            return new Explanation(
                    new Ruling(
                            Decision.DENY,
                            risk,
                            "the task writes tests alone, and %s is none".formatted(code.get())),
                    parts);
        }
        return new Explanation(
                worst.ruling(decide(worst.assessment().concern(), true), risk), parts);
    }

    /// What rules, and the limits of agents, keep from a command, beside what its line says. What asks is open to one that a
    /// person was asked about by it.
    public ClosedPaths closed(Effect effect) {
        List<Facet> facets =
                mode == Mode.AUTONOMOUS
                        ? List.of()
                        : RiskAssessor.facets(effect, List.of(), root).stream()
                                .map(this::withHeld)
                                .toList();
        List<PermissionRule> asked =
                facets.stream()
                        .flatMap(facet -> rules.get().fitting(facet, root).stream())
                        .toList();
        List<String> paths =
                facets.stream()
                        .filter(facet -> facet.capability() == Capability.FS_WRITE)
                        .filter(facet -> !facet.isInexact())
                        .map(Facet::subject)
                        .toList();
        return ClosedPaths.of(rules.get().rules(), asked, limits(false, paths), root);
    }

    /// What rules and agents deny, and no more.
    public ClosedPaths denied() {
        List<PermissionRule> all = rules.get().rules();
        return ClosedPaths.of(all, all, limits(mode != Mode.AUTONOMOUS, List.of()), root);
    }

    /// @param isDenied whether what asks is left out
    /// @param asked paths that a person was asked about
    private ClosedPaths.Limits limits(boolean isDenied, List<String> asked) {
        return new ClosedPaths.Limits(
                narrowings.stream()
                        .flatMap(narrowing -> narrowing.paths().all(root).stream())
                        .filter(rule -> !isDenied || rule.effect() == Decision.DENY)
                        .toList(),
                rules.get().rules().stream()
                        .filter(rule -> rule.effect() == Decision.ALLOW)
                        .filter(rule -> rule.origin() != Origin.REPOSITORY)
                        .filter(rule -> rule.isAbout(Capability.FS_WRITE))
                        .toList(),
                asked);
    }

    /// The worst assessment, and the strictest decision with its part.
    private record Worst(Assessment assessment, Optional<Explanation.Part> decided) {
        /// Of equal decisions the one about what matters more counts.
        Worst or(Assessment other, Explanation.Part part) {
            boolean matters =
                    other.concern().compareTo(assessment.concern()) > 0 || decided.isEmpty();
            boolean isStricter =
                    decided.isEmpty()
                            || part.decision().compareTo(decided.get().decision()) > 0
                            || (part.decision() == decided.get().decision() && matters);
            return new Worst(
                    matters ? other : assessment, isStricter ? Optional.of(part) : decided);
        }

        Ruling ruling(Decision ofNothing, Risk risk) {
            return decided.map(part -> new Ruling(part.decision(), risk, part.reason()))
                    .orElse(new Ruling(ofNothing, risk, assessment.reason()));
        }
    }

    /// A file that would change and belongs to no test; empty where there is none, or none that is known before.
    private static Optional<WorkspacePath> codeIn(Effect effect) {
        return switch (effect) {
            case Effect.Change change ->
                    change.changes().stream()
                            .map(FileChange::path)
                            .filter(path -> !TestPaths.include(path))
                            .findFirst();
            case Effect.Nothing _,
                    Effect.Read _,
                    Effect.Execute _,
                    Effect.GitChange _,
                    Effect.ServerCall _,
                    Effect.Delegate _,
                    Effect.Fetch _ ->
                    Optional.empty();
        };
    }

    private static boolean isLooking(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Read _, Effect.Fetch _, Effect.Delegate _ -> true;
            case Effect.ServerCall call -> call.isLooking();
            case Effect.Change _, Effect.Execute _, Effect.GitChange _ -> false;
        };
    }

    private Facet surrounded(Effect effect, Facet facet) {
        return switch (effect) {
            case Effect.Execute _ -> withHeld(new KeptFromCommands(around.kept(), walls).in(facet));
            case Effect.GitChange _ -> withHeld(facet);
            case Effect.Nothing _,
                    Effect.Read _,
                    Effect.Change _,
                    Effect.ServerCall _,
                    Effect.Delegate _,
                    Effect.Fetch _ ->
                    facet;
        };
    }

    /// A rule about files is one about a folder that holds some.
    private Facet withHeld(Facet facet) {
        boolean isOfPaths =
                rules.get().rules().stream().anyMatch(PermissionRule::restrictsPaths)
                        || !narrowings.isEmpty();
        return isOfPaths ? facet.with(facet.reach().within(around.held())) : facet;
    }

    /// Why a command would run without walls where there should be some; empty for all else.
    private Optional<String> openness(Effect effect) {
        return effect instanceof Effect.Execute
                        && walls.state() instanceof SandboxState.Degraded degraded
                ? Optional.of(degraded.reason())
                : Optional.empty();
    }

    private Explanation.Part part(Facet facet, Optional<String> open) {
        List<PermissionRule> fitting = rules.get().fitting(facet, root);
        Concern concern = facet.assessment().concern();
        Optional<PermissionRule> ruling =
                concern == Concern.FORBIDDEN
                        ? Optional.empty()
                        : fitting.stream()
                                .filter(rule ->
                                        rule.effect() != Decision.ALLOW || facet.canBeAllowed())
                                .findFirst();
        Decision usual =
                ruling.map(rule -> ofRule(rule.effect()))
                        .orElseGet(() -> decide(concern, thresholds.asks(facet)));
        boolean isOpen =
                open.isPresent()
                        && ruling.isEmpty()
                        && usual == Decision.ALLOW
                        && concern.compareTo(Concern.SMALL) > 0;
        Decision decision = isOpen ? ofRule(Decision.ASK) : usual;
        return new Explanation.Part(
                facet.capability().word(),
                facet.subject(),
                decision,
                concern.risk(),
                isOpen ? unconfined(facet, open.get(), decision) : reason(facet, decision, ruling),
                ruling,
                fitting.stream().filter(rule -> ruling.filter(rule::equals).isEmpty()).toList());
    }

    /// What a person has allowed outside of the repository needs no question of the agent's; what the agent denies itself
    /// stays denied.
    private Explanation.Part narrowed(Explanation.Part part, Effect effect, Facet facet) {
        boolean isAllowedByPerson =
                part.rule()
                        .filter(rule -> rule.effect() == Decision.ALLOW)
                        .filter(rule -> rule.origin() != Origin.REPOSITORY)
                        .isPresent();
        Explanation.Part strictest = part;
        for (Narrowing narrowing : narrowings) {
            Narrowing.Word word = narrowing.about(effect, facet, root);
            Decision decision =
                    word.decision() == Decision.ASK && isAllowedByPerson
                            ? Decision.ALLOW
                            : ofRule(word.decision());
            if (decision.compareTo(strictest.decision()) > 0) {
                boolean isLeftToNobody =
                        decision == Decision.DENY && word.decision() == Decision.ASK;
                strictest =
                        strictest.decidedOtherwise(
                                decision, word.reason() + (isLeftToNobody ? NOBODY : ""));
            }
        }
        return strictest;
    }

    /// Where nobody is asked, what has to be asked is denied.
    private Decision ofRule(Decision effect) {
        return effect == Decision.ASK && mode == Mode.AUTONOMOUS ? Decision.DENY : effect;
    }

    private Decision decide(Concern concern, boolean asks) {
        boolean asksNow =
                switch (mode) {
                    case INTERACTIVE -> true;
                    case SEMI_AUTOMATIC -> asks;
                    case AUTONOMOUS -> false;
                };
        return switch (concern) {
            case LOOKING -> Decision.ALLOW;
            case SMALL, NOTABLE, GRAVE -> asksNow ? Decision.ASK : Decision.ALLOW;
            case PERSONAL -> mode == Mode.AUTONOMOUS ? Decision.DENY : Decision.ASK;
            case FORBIDDEN -> Decision.DENY;
        };
    }

    private static String unconfined(Facet facet, String why, Decision decision) {
        return "%s, and would not be confined: %s%s"
                .formatted(
                        facet.assessment().reason(), why, decision == Decision.DENY ? NOBODY : "");
    }

    private static String reason(Facet facet, Decision decision, Optional<PermissionRule> ruling) {
        String own = facet.assessment().reason();
        if (ruling.isPresent()) {
            boolean isLeftToNobody =
                    decision == Decision.DENY && ruling.get().effect() == Decision.ASK;
            String said = "the rule '%s' in %s".formatted(ruling.get(), ruling.get().place());
            return said + (isLeftToNobody ? NOBODY : "");
        }
        boolean isLeftToNobody =
                decision == Decision.DENY && facet.assessment().concern() == Concern.PERSONAL;
        return isLeftToNobody ? own + NOBODY : own;
    }
}
