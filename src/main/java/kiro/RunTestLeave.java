package kiro;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiro.agent.Approver;
import kiro.agent.Approver.CallAnswer;
import kiro.cli.PermissionSettings;
import kiro.evidence.TestLeave;
import kiro.permission.Explanation;
import kiro.permission.Phase;
import kiro.permission.Policy;
import kiro.permission.Ruling;
import kiro.process.Command;
import kiro.process.Confinement;
import kiro.sandbox.SandboxNeeds;
import kiro.sandbox.SandboxState;
import kiro.session.Event;
import kiro.session.EventLog;
import kiro.tool.Effect;

/// Whether a run may run the tests of its project, which the agent may have written: they are like any command of its, within the
/// sandbox, and where there is none, asked about. In a project that a person trusts they have the network, and run as in the
/// person's shell where the person wants no sandbox. What is answered holds for the whole run.
final class RunTestLeave implements TestLeave {
    private static final String REPORTS = "KIRO_REPORTS";
    private static final String OFFLINE =
            "nobody trusts this project yet, so its tests have no network: look at it with 'kiro trust --show' and give it to them"
                    + " with 'kiro trust --yes', or fetch what is missing in your own shell";

    private final PermissionSettings.Opening.Opened permissions;
    private final Approver approver;
    private final EventLog log;
    private final Policy policy;
    private Optional<Answer> known = Optional.empty();

    /// @param policy as narrow as the limits of the agent make it
    RunTestLeave(
            PermissionSettings.Opening.Opened permissions,
            Policy policy,
            Approver approver,
            EventLog log) {
        this.permissions = permissions;
        this.policy = policy;
        this.approver = approver;
        this.log = log;
    }

    @Override
    public synchronized Answer of(String line) throws InterruptedException {
        Answer answer = known.isPresent() ? known.get() : decided(line);
        known = Optional.of(answer);
        return answer;
    }

    /// The same for an agent with narrower limits: whether they may run is decided once.
    TestLeave within(Policy narrower) {
        return line -> {
            Answer answer = of(line);
            boolean isConfined =
                    answer instanceof Answer.Given(Confinement given, _)
                            && !given.equals(Confinement.NONE);
            return isConfined ? given(permissions, narrower) : answer;
        };
    }

    private Answer decided(String line) throws InterruptedException {
        var effect = new Effect.Execute(line);
        Explanation explained = permissions.policy().explain(effect, Phase.EXECUTING, List.of());
        if (isForbidden(explained)) {
            return new Answer.Denied(
                    "the tests were not run: '%s' is not allowed: %s"
                            .formatted(line, explained.ruling().reason()));
        }
        return switch (permissions.sandbox().state()) {
            case SandboxState.Active _ -> {
                if (!permissions.trust().isGiven()) {
                    log.append(
                            new Event.Warned(
                                    "nobody trusts this project yet, so its tests run without network: look at it with 'kiro trust"
                                            + " --show', and let them have it with 'kiro trust --yes'"));
                }
                yield given(permissions, policy);
            }
            case SandboxState.Off _ when permissions.trust().isGiven() ->
                    new Answer.Given(Confinement.NONE);
            case SandboxState.Off _, SandboxState.Degraded _ ->
                    switch (explained.ruling().decision()) {
                        case ALLOW -> new Answer.Given(Confinement.NONE);
                        case DENY -> denied(line, explained.ruling().reason());
                        case ASK -> asked(line, effect, explained.ruling());
                    };
        };
    }

    private static boolean isForbidden(Explanation explained) {
        return explained.parts().stream()
                .flatMap(part -> part.rule().stream())
                .anyMatch(rule -> rule.effect() == Ruling.Decision.DENY);
    }

    static Answer.Given given(PermissionSettings.Opening.Opened permissions, Policy policy) {
        return new Answer.Given(
                confined(permissions, policy),
                permissions.trust().isGiven() ? Optional.empty() : Optional.of(OFFLINE));
    }

    /// The tests may run in a copy of the project, and write their reports beside it. Those of a project that a person trusts look for
    /// databases, and for what a build brings along.
    private static Confinement confined(
            PermissionSettings.Opening.Opened permissions, Policy policy) {
        return command ->
                permissions
                        .sandbox()
                        .confine(
                                command,
                                new SandboxNeeds(
                                        permissions.trust().isGiven(),
                                        false,
                                        writable(command),
                                        policy.denied()));
    }

    private static List<Path> writable(Command command) {
        return Stream.concat(
                        Stream.of(command.directory()),
                        Stream.ofNullable(command.environment().get(REPORTS)).map(Path::of))
                .toList();
    }

    private Answer.Denied denied(String line, String reason) {
        return permissions.trust().isGiven()
                ? new Answer.Denied(
                        ("the tests were not run: '%s' runs what the agent may have written (%s): have a sandbox that works, or set"
                                        + " 'sandbox.use: off' in your own settings where this machine is one itself")
                                .formatted(line, reason))
                : untrusted(line, reason);
    }

    /// What is denied where nobody can be asked, or nothing confines it.
    static Answer.Denied untrusted(String line, String reason) {
        return new Answer.Denied(
                ("the tests were not run: '%s' runs what this project brings, and nobody trusts it yet (%s): look at it with"
                                + " 'kiro trust --show' and trust it with 'kiro trust --yes', or have a sandbox that works")
                        .formatted(line, reason));
    }

    private Answer asked(String line, Effect effect, Ruling ruling) throws InterruptedException {
        String summary =
                permissions.trust().isGiven()
                        ? "run the tests, which the agent may have written, without a sandbox: "
                                + line
                        : "run the tests of a project that nobody trusts yet: " + line;
        log.append(new Event.ApprovalAsked(summary, ruling.reason()));
        return switch (approver.call(summary, effect, ruling)) {
            case CallAnswer.Allowed _ -> {
                log.append(new Event.ApprovalGiven(summary, true, ""));
                yield new Answer.Given(Confinement.NONE);
            }
            case CallAnswer.Refused(String reason) -> refused(line, summary, reason);
            case CallAnswer.Stop(String reason) -> refused(line, summary, reason);
        };
    }

    private Answer refused(String line, String summary, String reason) {
        log.append(new Event.ApprovalGiven(summary, false, reason));
        return denied(line, reason);
    }
}
