package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("context#AC-10")
class ProjectMapTest {
    @Test
    void a_map_that_is_there_in_time_is_told() {
        ProjectMap map = ProjectMap.begin(() -> Optional.of("the map"), Duration.ofSeconds(10));

        assertThat(map.text()).contains("the map");
        assertThat(map.text()).contains("the map");
    }

    @Test
    void a_map_that_takes_too_long_is_left_out_for_good_and_its_drawing_ends()
            throws InterruptedException {
        var ended = new CountDownLatch(1);
        ProjectMap map =
                ProjectMap.begin(
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException told) {
                                ended.countDown();
                            }
                            return Optional.of("too late");
                        },
                        Duration.ofMillis(20));

        assertThat(map.text()).isEmpty();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(map.text()).isEmpty();
    }
}
