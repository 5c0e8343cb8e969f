package kiro.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiro.model.Block;
import kiro.model.Reply;
import kiro.secret.SecretMask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskedReplyTest {
    @TempDir private Path folder;
    private final List<Reply> seen = new ArrayList<>();
    private final SessionListener watching =
            new SessionListener() {
                @Override
                public void recorded(Recorded recorded, String line) {}

                @Override
                public void arrived(Reply reply) {
                    seen.add(reply);
                }
            };

    private EventLog log() {
        return EventLog.create(
                folder.resolve("s"),
                Clock.systemUTC(),
                List.of(watching),
                SecretMask.of(Map.of("DEPLOY_TOKEN", "correct horse battery")));
    }

    @Test
    @Tag("loop-hygiene#AC-12")
    void a_secret_that_is_split_over_pieces_is_shown_as_a_mask() {
        try (var log = log()) {
            log.arrived(new Reply.TextDelta("it is correct ho"));
            log.arrived(new Reply.TextDelta("rse battery, I"));
            log.arrived(new Reply.TextDelta(" think"));
            log.arrived(
                    new Reply.BlockFinished(
                            new Block.Text("it is correct horse battery, I think")));
        }

        assertThat(seen)
                .containsExactly(
                        new Reply.TextDelta("it is "),
                        new Reply.TextDelta("[secret], "),
                        new Reply.TextDelta("I "),
                        new Reply.TextDelta("think"),
                        new Reply.BlockFinished(new Block.Text("it is [secret], I think")));
    }

    @Test
    @Tag("loop-hygiene#AC-12")
    void what_was_held_back_of_a_reply_that_broke_off_is_never_shown() {
        try (var log = log()) {
            log.arrived(new Reply.TextDelta("it is correct ho"));
            log.append(new Event.ModelFailed(1, "Disconnected", "broken", Optional.empty()));
            log.arrived(new Reply.TextDelta("again "));
        }

        assertThat(seen)
                .containsExactly(new Reply.TextDelta("it is "), new Reply.TextDelta("again "));
    }

    @Test
    void a_call_shows_all_that_was_said_before_it() {
        try (var log = log()) {
            log.arrived(new Reply.ThinkingDelta("so"));
            log.arrived(new Reply.TextDelta("now"));
            log.arrived(new Reply.CallStarted("c1", "read_file"));
        }

        assertThat(seen)
                .containsExactly(
                        new Reply.ThinkingDelta("so"),
                        new Reply.TextDelta("now"),
                        new Reply.CallStarted("c1", "read_file"));
    }
}
