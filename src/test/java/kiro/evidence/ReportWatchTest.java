package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWatchTest {
    private static final String REPORT =
            """
            <testsuite name="a.B" tests="2"><testcase classname="a.B" name="fine"/>
            <testcase classname="a.B" name="%s"><failure message="expected 1 but was 2">at a.B</failure></testcase></testsuite>
            """;

    @TempDir Path folder;
    private TemporaryWorkspace project;
    private final AtomicLong time = new AtomicLong();
    private ReportWatch watch;

    @BeforeEach
    void makeProject() {
        project =
                TemporaryWorkspace.in(folder)
                        .with("target/surefire-reports/TEST-a.Old.xml", REPORT.formatted("old"));
        watch = new ReportWatch(project.root(), List.of(), time::get);
    }

    private List<String> look() {
        time.addAndGet(Duration.ofSeconds(1).toNanos());
        return watch.failures(modified -> true).stream()
                .map(failed ->
                        failed.test() + ": " + failed.message().lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    @Tag("test-failures#AC-1")
    void a_new_report_is_told_of_once_it_is_at_rest_and_what_lay_there_is_not() {
        assertThat(look()).isEmpty();
        project.with("target/surefire-reports/TEST-a.B.xml", REPORT.formatted("wrong"));
        assertThat(look()).isEmpty();
        assertThat(look()).containsExactly("a.B.wrong: expected 1 but was 2");
        assertThat(look()).isEmpty();
        project.with("target/surefire-reports/TEST-a.Old.xml", REPORT.formatted("again"));
        look();
        assertThat(look()).containsExactly("a.B.again: expected 1 but was 2");
    }

    @Test
    @Tag("test-failures#AC-1")
    void a_report_in_a_folder_that_is_new_is_found_a_while_later() {
        look();
        project.with("web/build/test-results/unit/TEST-x.xml", REPORT.formatted("late"));
        assertThat(look()).isEmpty();
        time.addAndGet(Duration.ofMinutes(10).toNanos());
        look();
        assertThat(look()).containsExactly("a.B.late: expected 1 but was 2");
    }

    @Test
    @Tag("test-failures#AC-1")
    void a_report_that_is_half_written_is_none() {
        look();
        project.with("target/surefire-reports/TEST-a.B.xml", "<testsuite><testcase");
        look();
        assertThat(look()).isEmpty();
        project.with("target/surefire-reports/TEST-a.B.xml", REPORT.formatted("whole"));
        look();
        assertThat(look()).containsExactly("a.B.whole: expected 1 but was 2");
    }

    @Test
    @Tag("test-failures#AC-2")
    void a_report_of_a_run_that_tells_of_itself_is_not_told_of_again() {
        look();
        project.with("target/surefire-reports/TEST-a.B.xml", REPORT.formatted("wrong"));
        look();
        assertThat(watch.failures(modified -> false)).isEmpty();
        assertThat(look()).isEmpty();
    }
}
