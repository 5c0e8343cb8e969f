package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// This project is held against its own steering.
class OwnSteeringTest {
    @Test
    @Tag("steering-commands#AC-12")
    void this_project_keeps_to_its_own_rules() {
        Kiro.Result check = Kiro.in(Path.of("").toAbsolutePath()).run("steering", "check", "--all");

        assertThat(check.out()).containsPattern("\\n?[3-9]\\d rules checked: 0 violations");
        assertThat(check.code()).as(check.out()).isZero();
    }
}
