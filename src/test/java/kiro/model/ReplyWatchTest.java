package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("loop-hygiene#AC-2")
class ReplyWatchTest {
    private final AtomicLong time = new AtomicLong(-1);
    private final ReplyWatch watch =
            new ReplyWatch(
                    new Deadlines(
                            Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(60)),
                    time::get);

    private void pass(int seconds) {
        time.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void the_first_event_has_a_deadline_of_its_own_that_signs_of_life_do_not_move() {
        pass(20);
        watch.comment();
        assertThat(watch.remaining()).isEqualTo(Duration.ofSeconds(10));

        pass(10);
        assertThat(watch.remaining()).isZero();
        assertThat(watch.expired())
                .isEqualTo(new ReplyWatch.Expired("no reply came", Duration.ofSeconds(30)));
    }

    @Test
    void each_event_and_each_sign_of_life_after_it_begins_the_wait_anew() {
        pass(5);
        watch.event();
        pass(9);
        watch.comment();
        pass(9);
        watch.event();
        assertThat(watch.remaining()).isEqualTo(Duration.ofSeconds(10));

        pass(11);
        assertThat(watch.remaining()).isNegative();
        assertThat(watch.expired())
                .isEqualTo(
                        new ReplyWatch.Expired(
                                "nothing more of the reply came", Duration.ofSeconds(10)));
    }

    @Test
    void a_reply_that_goes_on_for_ever_ends_at_the_last_deadline() {
        for (int i = 0; i < 12; i++) {
            watch.event();
            pass(5);
        }

        assertThat(watch.remaining()).isZero();
        assertThat(watch.expired())
                .isEqualTo(
                        new ReplyWatch.Expired("the reply was not whole", Duration.ofSeconds(60)));
    }
}
