package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import kiro.steering.project.ToldSteering;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("context#AC-10")
class ProjectMapTest {
    @TempDir Path folder;

    @Test
    void a_map_that_is_there_in_time_is_told() {
        ProjectMap map = ProjectMap.begin(() -> Optional.of("the map"), Duration.ofSeconds(10));

        assertThat(map.text()).contains("the map");
        assertThat(map.text()).contains("the map");
    }

    @Test
    @Timeout(20)
    void a_map_that_takes_too_long_is_not_waited_for_and_told_once_it_is_there() {
        var drawn = new CountDownLatch(1);
        ProjectMap map =
                ProjectMap.begin(
                        () -> {
                            drawn.await();
                            return Optional.of("src/App.java");
                        },
                        Duration.ofMillis(20));

        assertThat(map.text()).isEmpty();
        var rules = new FolderRules(Optional.of(sources().with(map)), ToldSteering.of(List.of()));
        assertThat(rules.news(List.of())).isEmpty();
        drawn.countDown();
        while (map.late().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(rules.news(List.of())).isEqualTo("<map>\nsrc/App.java\n</map>\n");
        assertThat(rules.news(List.of())).isEmpty();
        assertThat(map.text()).isEmpty();
    }

    @Test
    void a_map_that_nobody_asked_for_in_time_is_not_late() {
        ProjectMap map = ProjectMap.begin(() -> Optional.of("the map"), Duration.ofSeconds(10));

        assertThat(map.late()).isEmpty();
        assertThat(map.text()).contains("the map");
        assertThat(map.late()).isEmpty();
    }

    private ContextSources sources() {
        try {
            return ContextSources.of(
                    TemporaryWorkspace.in(folder).workspace(), _ -> Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
