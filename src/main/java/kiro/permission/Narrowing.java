package kiro.permission;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.permission.Ruling.Decision;
import kiro.persona.Persona;
import kiro.persona.Restraint;
import kiro.persona.ToolPatterns;
import kiro.text.PathGlob;
import kiro.tool.Effect;

/// What an agent's file makes of a decision: something stricter, or nothing. What it allows only says that the agent
/// itself does not ask; the policy still may.
public final class Narrowing {
    private static final List<String> WRITERS = List.of("write_file", "edit_file", "apply_patch");
    private static final String RUNNER = "run_command";

    private final String file;
    private final ToolPatterns tools;
    private final Restraint restraint;
    private final List<PermissionRule> rules;
    private final AgentPaths paths;

    private Narrowing(
            String file, ToolPatterns tools, Restraint restraint, List<PermissionRule> rules) {
        this.file = file;
        this.tools = tools;
        this.restraint = restraint;
        this.rules = List.copyOf(rules);
        this.paths = AgentPaths.of(file, restraint, rules);
    }

    public static Narrowing of(Persona persona) {
        return new Narrowing(
                persona.file(),
                persona.tools(),
                persona.restraint(),
                persona.restraint().rules().stream()
                        .map(rule -> rule(persona.file(), rule))
                        .toList());
    }

    private static PermissionRule rule(String file, Restraint.Rule rule) {
        return new PermissionRule(
                Origin.REPOSITORY,
                file + ":" + rule.line(),
                rule.capability(),
                rule.match(),
                rule.exclude(),
                switch (rule.effect()) {
                    case "allow" -> Decision.ALLOW;
                    case "deny" -> Decision.DENY;
                    default -> Decision.ASK;
                });
    }

    /// What it says of one thing that an effect does.
    ///
    /// @param reason one line for people; empty where it has no objection
    record Word(Decision decision, String reason) {
        private static final Word NO_OBJECTION = new Word(Decision.ALLOW, "");

        private Word or(Word other) {
            return other.decision().compareTo(decision) > 0 ? other : this;
        }
    }

    /// The limits about files, as rules.
    AgentPaths paths() {
        return paths;
    }

    Word about(Effect effect, Facet facet, Path root) {
        Word own =
                switch (facet.capability()) {
                    case SHELL -> ofCommand(effect, facet);
                    case FS_READ -> ofPath(facet, restraint.reads(), root);
                    case FS_WRITE -> ofPath(facet, restraint.writes(), root).or(ofWriting());
                    case MCP -> ofServer(effect, facet);
                    case SUBAGENT -> Word.NO_OBJECTION;
                    case WEB_FETCH -> isUnasked("web_fetch") ? Word.NO_OBJECTION : ask("pages");
                };
        return own.or(ofRules(facet, root));
    }

    private Word ofRules(Facet facet, Path root) {
        return Stream.concat(rules.stream(), paths.denied(root).stream())
                .filter(rule -> rule.fits(facet, root))
                .map(rule ->
                        new Word(
                                rule.effect(),
                                "the agent's rule '%s' in %s".formatted(rule, rule.place())))
                .reduce(Word.NO_OBJECTION, Word::or);
    }

    private Word ofCommand(Effect effect, Facet facet) {
        Restraint.Commands commands = restraint.commands();
        String line = effect instanceof Effect.Execute execute ? execute.command() : "";
        boolean isDenied =
                commands.denied().stream()
                        .anyMatch(regex ->
                                CommandPattern.mayBegin(regex, facet.subject())
                                        || CommandPattern.mayBegin(regex, line));
        if (isDenied) {
            return deny(
                    "'%s' is a command that the agent denies itself".formatted(facet.subject()));
        }
        boolean isAllowed =
                !facet.isInexact()
                        && commands.allowed().stream()
                                .anyMatch(regex -> CommandPattern.fits(regex, facet.subject()));
        boolean isLooking = facet.assessment().concern().compareTo(Concern.SMALL) <= 0;
        if (isAllowed || (isLooking && commands.isLookingAllowed())) {
            return Word.NO_OBJECTION;
        }
        if (commands.isDeniedByDefault()) {
            return deny(
                    "'%s' is none of the commands that the agent allows itself"
                            .formatted(facet.subject()));
        }
        boolean isUnasked =
                restraint
                        .unasked()
                        .map(tools -> tools.include(RUNNER))
                        .orElse(commands.allowed().isEmpty());
        return isUnasked ? Word.NO_OBJECTION : ask("commands");
    }

    /// A tool by which every server can be reached reaches those that the agent is offered.
    private Word ofServer(Effect effect, Facet facet) {
        if (!(effect instanceof Effect.ServerCall call)) {
            return Word.NO_OBJECTION;
        }
        if (!tools.include(call.server(), call.tool())) {
            return deny("the agent has no tool @" + facet.subject());
        }
        boolean isUnasked =
                restraint
                        .unasked()
                        .map(each -> each.include(call.server(), call.tool()))
                        .orElse(true);
        return isUnasked ? Word.NO_OBJECTION : ask("@" + facet.subject());
    }

    private boolean isUnasked(String tool) {
        return restraint.unasked().map(each -> each.include(tool)).orElse(true);
    }

    private Word ofWriting() {
        Optional<ToolPatterns> unasked = restraint.unasked();
        boolean isPathAllowed = !restraint.writes().allowed().isEmpty();
        boolean isUnasked =
                isPathAllowed
                        || unasked.isEmpty()
                        || WRITERS.stream().anyMatch(unasked.get()::include);
        return isUnasked ? Word.NO_OBJECTION : ask("changes of files");
    }

    private Word ofPath(Facet facet, Restraint.Paths paths, Path root) {
        String path = inWorkspace(facet.subject(), root);
        if (fits(paths.denied(), path) || (facet.isInexact() && !paths.denied().isEmpty())) {
            return deny("the agent keeps itself from %s".formatted(facet.subject()));
        }
        boolean isAllowed = paths.allowed().isEmpty() || fits(paths.allowed(), path);
        return isAllowed && !(facet.isInexact() && !paths.allowed().isEmpty())
                ? Word.NO_OBJECTION
                : ask(facet.subject());
    }

    private static String inWorkspace(String subject, Path root) {
        String within = root + "/";
        return subject.startsWith(within) ? subject.substring(within.length()) : subject;
    }

    private static boolean fits(List<String> globs, String path) {
        return globs.stream()
                .flatMap(glob -> PathGlob.parse(glob).stream())
                .anyMatch(glob -> glob.matches(path));
    }

    private Word ask(String about) {
        return new Word(Decision.ASK, "the agent asks before %s: see %s".formatted(about, file));
    }

    private Word deny(String reason) {
        return new Word(Decision.DENY, "%s: see %s".formatted(reason, file));
    }
}
