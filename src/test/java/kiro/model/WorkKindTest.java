package kiro.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkKindTest {
    @ParameterizedTest
    @Tag("model-routing#AC-3")
    @CsvSource(
            delimiter = '|',
            value = {
                "Encrypt the tokens at rest | src/Store.java | SECURITY | the step says 'encrypt'",
                "answer 401 without authentication | src/Users.java | SECURITY | the step says 'authentication'",
                "Describe the architecture | | SECURITY | the step says 'architecture'",
                "rename a field | src/main/java/app/SessionFilter.java | SECURITY | the step names src/main/java/app/SessionFilter.java",
                "rename a field | src/security/rules.py | SECURITY | the step names src/security/rules.py",
                "rename a field | src/main/java/app/Author.java | CODE | ''",
                "list the authors in the passage | src/authors.ts | CODE | ''",
                "cover the list | src/test/java/app/UsersTest.java | TESTS | the step is about tests alone",
                "cover the list | tests/test_users.py src/users.test.ts pkg/users_test.go | TESTS | the step is about tests alone",
                "cover the list | src/test/java/app/UsersTest.java src/main/java/app/Users.java | CODE | ''",
                "cover the login | src/test/java/app/LoginTest.java | SECURITY | the step says 'login'",
                "cover it | src/test/java/app/LoginTest.java | TESTS | the step is about tests alone",
                "add the field | | CODE | ''"
            })
    void a_step_is_sorted_by_whole_words_and_by_parts_of_its_paths(
            String action, String files, Purpose purpose, String why) {
        WorkKind kind =
                WorkKind.of(
                        action,
                        files == null ? java.util.List.of() : Arrays.asList(files.split(" ")));

        assertThat(kind).isEqualTo(new WorkKind(purpose, why));
    }
}
