package kiro.cli;

import static org.assertj.core.api.Assertions.assertThat;

import kiro.agent.RunEnd;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RunExitTest {
    @Test
    @Tag("builtin-placing#AC-2")
    void a_spec_that_has_no_place_is_unproven_and_no_fault_of_a_model() {
        assertThat(AgentFlow.code(new RunEnd.Unable("no place"))).isEqualTo(ExitCode.UNPROVEN);
        assertThat(AgentFlow.code(new RunEnd.NoPlan("no plan"))).isEqualTo(ExitCode.PROVIDER);
    }
}
