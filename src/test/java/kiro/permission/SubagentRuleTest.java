package kiro.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kiro.permission.Ruling.Decision;
import kiro.sandbox.SandboxState;
import kiro.tool.Effect;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubagentRuleTest {
    private static Decision rule(Mode mode, String match, Decision effect, String agent) {
        var policy =
                new Policy(
                        mode,
                        Path.of("/project"),
                        () ->
                                new PermissionRules(
                                        List.of(
                                                new PermissionRule(
                                                        Origin.USER,
                                                        "place",
                                                        "subagent",
                                                        List.of(match),
                                                        List.of(),
                                                        effect))),
                        Thresholds.STANDARD,
                        () -> new SandboxState.Off("here"));
        return policy.rule(new Effect.Delegate(agent, "t", List.of()), Phase.PLANNING, List.of())
                .decision();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTONOMOUS, '*', DENY, reviewer, DENY",
        "AUTONOMOUS, 'team/*', DENY, reviewer, ALLOW",
        "AUTONOMOUS, 'team/*', DENY, team/planner, DENY",
        "AUTONOMOUS, 'default', DENY, '', DENY",
        "AUTONOMOUS, '*', ASK, reviewer, DENY",
        "INTERACTIVE, '*', ASK, reviewer, ASK",
        "INTERACTIVE, 'nobody', ASK, reviewer, ALLOW",
    })
    @Tag("sub-agents#AC-13")
    void rules_about_subagents_hold(
            Mode mode, String match, Decision effect, String agent, Decision expected) {
        assertThat(rule(mode, match, effect, agent)).isEqualTo(expected);
    }
}
