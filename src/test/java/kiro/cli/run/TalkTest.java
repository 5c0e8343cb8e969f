package kiro.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import kiro.cli.terminal.StyledLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TalkTest {
    @Test
    @Tag("terminal#AC-1")
    void a_line_that_does_not_end_is_final_in_parts_and_whole() {
        var said = new StringBuilder();
        var lines = new ArrayList<String>();
        Talk talk = Talk.SILENT;
        for (int i = 0; i < 3_000; i++) {
            String word = "word" + i + " ";
            said.append(word);
            Talk.Heard heard = talk.hear(word, "");
            talk = heard.talk();
            heard.lines().stream().map(StyledLine::text).forEach(lines::add);
            assertThat(talk.open().length()).isLessThanOrEqualTo(4_000);
        }
        talk.finish("").lines().stream().map(StyledLine::text).forEach(lines::add);

        assertThat(lines).hasSizeGreaterThan(3);
        assertThat(String.join(" ", lines).replaceAll(" +", " ").strip())
                .isEqualTo(said.toString().strip());
    }
}
