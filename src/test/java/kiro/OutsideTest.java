package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutsideTest {
    private static final Path LISTED = Path.of("/home/listed");

    @Test
    void the_home_folder_is_that_of_the_variable_and_else_the_systems() {
        assertThat(Outside.home(Map.of("HOME", "/github/home"), LISTED))
                .isEqualTo(Path.of("/github/home"));
        assertThat(Outside.home(Map.of(), LISTED)).isEqualTo(LISTED);
        assertThat(Outside.home(Map.of("HOME", " "), LISTED)).isEqualTo(LISTED);
        assertThat(Outside.home(Map.of("HOME", "relative"), LISTED)).isEqualTo(LISTED);
    }
}
