package kiro.hook.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchSeatTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    @Test
    @Tag("hook-watch#AC-8")
    void the_second_hears_who_has_the_seat_and_gets_it_once_it_is_free() throws Exception {
        var seat = new WatchSeat(folder.resolve("watch"));
        assertThat(seat.holder()).isEmpty();
        var first = (WatchSeat.Attempt.Taken) seat.take(11, NOW, true);
        first.sitting().tell(WatchSeat.State.WATCHING, 5, 2);
        var holder = new WatchSeat.Holder(11, NOW, true, WatchSeat.State.WATCHING, 5, 2);
        assertThat(seat.take(12, NOW, false))
                .isEqualTo(new WatchSeat.Attempt.Held(Optional.of(holder)));
        assertThat(seat.holder()).contains(holder);
        first.sitting().close();
        assertThat(seat.holder()).isEmpty();
        assertThat(seat.take(12, NOW, false)).isInstanceOf(WatchSeat.Attempt.Taken.class);
    }

    @Test
    @Tag("hook-watch#AC-8")
    void what_a_killed_one_left_holds_nothing_though_its_number_runs_again() throws Exception {
        var seat = new WatchSeat(folder.resolve("watch"));
        var first = (WatchSeat.Attempt.Taken) seat.take(ProcessHandle.current().pid(), NOW, true);
        byte[] left = Files.readAllBytes(folder.resolve("watch/watch.json"));
        first.sitting().close();
        Files.write(folder.resolve("watch/watch.json"), left);
        assertThat(seat.holder()).isEmpty();
        assertThat(seat.take(13, NOW, false)).isInstanceOf(WatchSeat.Attempt.Taken.class);
    }

    @Test
    @Tag("hook-watch#AC-9")
    void the_log_is_two_files_of_a_bounded_size() throws Exception {
        Path file = folder.resolve("watch.log");
        var log = new WatchLog(file, 1_000);
        for (int i = 0; i < 1_000; i++) {
            log.accept("line " + i);
        }
        assertThat(Files.size(file)).isLessThan(1_100);
        assertThat(Files.size(folder.resolve("watch.log.1"))).isLessThan(1_100);
        assertThat(Files.readString(file)).endsWith("line 999\n");
        try (var files = Files.list(folder)) {
            assertThat(files.count()).isEqualTo(2);
        }
    }
}
