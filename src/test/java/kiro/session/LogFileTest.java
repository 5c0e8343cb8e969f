package kiro.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Purpose;
import kiro.model.Usage;
import kiro.plan.StepStatus;
import kiro.secret.SecretMask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `/dev/null` takes whatever is written, and refuses to bring it to a disk.
class LogFileTest {
    private static final Path NO_DISK = Path.of("/dev/null");

    private static EventLog log() {
        return EventLog.onto(
                NO_DISK, Clock.systemUTC(), List.of(), SecretMask.of(Map.of()), LogFile::new);
    }

    private static boolean isForced(Event event) {
        try {
            log().append(event);
            return false;
        } catch (LogFailure failure) {
            assertThat(failure).hasMessageContaining(NO_DISK.toString());
            return true;
        }
    }

    @Test
    @Tag("sessions#AC-30")
    void what_an_effect_depends_on_is_forced_to_the_disk() {
        List<Event> events =
                List.of(
                        new Event.RunStarted(
                                new SessionId("20260301-120000-abcd"),
                                "0",
                                "x",
                                Optional.empty(),
                                "",
                                ""),
                        new Event.RunResumed("0", "", ""),
                        new Event.PlanRejected("no"),
                        new Event.ToolIntended("c1", "write_file", "write", List.of(), false),
                        new Event.ApprovalGiven("c1", true, ""),
                        new Event.ToolFinished("c1", true, "no"),
                        new Event.ChildDid("1", new Event.ToolFinished("c1", true, "no")),
                        new Event.StepFinished(1, StepStatus.FAILED, "no"),
                        new Event.RunEnded("done", "", Usage.NONE));

        var lost = new ArrayList<>(events);
        lost.removeIf(LogFileTest::isForced);

        assertThat(lost).isEmpty();
    }

    @Test
    @Tag("sessions#AC-30")
    void what_has_no_effect_waits_for_no_disk() {
        EventLog log = log();

        log.append(new Event.Warned("x"));
        log.append(new Event.ModelAsked(1, Purpose.CODE, 1, Optional.empty()));
        log.note(new Event.ToolFinished("c1", true, "no"));

        assertThatThrownBy(log::close).isInstanceOf(LogFailure.class);
    }
}
