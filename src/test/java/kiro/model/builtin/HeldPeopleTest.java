package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lesson holds its learner, who is a person of one role among others, and begins at a time.
class HeldPeopleTest {
    @TempDir private Path folder;

    private LoopStandIn booked() throws IOException, InterruptedException {
        LoopStandIn loop =
                Lessons.project("LocalDateTime").built(folder, "book", Lessons.booking());
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        return loop;
    }

    private LoopStandIn listed(String time) throws IOException, InterruptedException {
        LoopStandIn loop = Lessons.project(time).built(folder, "lesson-list", Lessons.list());
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    @Test
    @Tag("builtin-engine#AC-204")
    void of_another_role_they_are_not_what_is_referred_to()
            throws IOException, InterruptedException {
        booked();
        assertThat(text("main/java/a/LessonController"))
                .contains(
                        code(
                                "Person person = personRepository.findById(request.learnerId()).filter(found -> found.getRole() == Role.LEARNER).orElseThrow("),
                        code("new Lesson(person, request.startsAt(), request.topic())"));
    }

    @Test
    @Tag("builtin-engine#AC-204")
    void one_of_another_role_is_stored_and_refused() throws IOException, InterruptedException {
        booked();
        assertThat(text("test/java/a/BookTest"))
                .contains(
                        code("person = storedUsualPerson();"),
                        code("new Person(\"Some name\", Role.LEARNER)"),
                        code("new Person(\"Some name\", Role.INSTRUCTOR)"))
                .containsSubsequence(
                        "#AC-2",
                        code("\"learnerId\": 999999"),
                        code("status().isNotFound()"),
                        "#AC-2",
                        code("person = storedNoLearnerPerson();"),
                        code("long count = lessons.count();"),
                        code("perform(create(validCreate())).andExpect(status().isNotFound());"),
                        code("assertThat(lessons.count()).isEqualTo(count);"));
    }

    @Test
    @Tag("builtin-engine#AC-204")
    void a_kind_that_nothing_tells_is_not_guessed() throws IOException, InterruptedException {
        LoopStandIn loop =
                Lessons.project("LocalDateTime")
                        .type("Role", "public enum Role { INSTRUCTOR, CLERK }")
                        .built(folder, "book", Lessons.booking());
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/LessonController"))
                .contains(code("personRepository.findById(request.learnerId()).orElseThrow("))
                .doesNotContain("getRole()");
        assertThat(text("test/java/a/BookTest")).doesNotContain("storedNoLearnerPerson");
    }

    @Test
    @Tag("builtin-engine#AC-205")
    void a_day_selects_the_local_times_of_that_day() throws IOException, InterruptedException {
        listed("LocalDateTime");
        assertThat(text("main/java/a/LessonController"))
                .contains(
                        code("LocalDate from = query.from();"),
                        code("lesson.getStartsAt().toLocalDate().compareTo(from) >= 0"),
                        code("lesson.getStartsAt().toLocalDate().compareTo(to) <= 0"));
        assertThat(text("test/java/a/LessonListTest"))
                .contains(code("LocalDate.parse(\"2026-01-05\").atTime(12, 0)"))
                .containsSubsequence("#AC-3", code("list(\"?from=2026-01-05\")"));
    }

    @Test
    @Tag("builtin-engine#AC-205")
    void two_days_select_what_lies_between_them() throws IOException, InterruptedException {
        LoopStandIn loop =
                Lessons.project("LocalDateTime")
                        .built(
                                folder,
                                "lesson-list",
                                Lessons.list().replaceAll("(?m)^- \\[ ] AC-[234].*\\n", "")
                                        + "- [ ] AC-2: `from` and `to` given → only lessons that start between these days, both included\n");
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/LessonListTest"))
                .contains(
                        code("LocalDate.parse(\"2026-01-07\").atTime(12, 0)"),
                        code("LocalDate.parse(\"2026-01-05\").minusDays(1).atTime(12, 0)"),
                        code("LocalDate.parse(\"2026-01-09\").plusDays(1).atTime(12, 0)"))
                .containsSubsequence(
                        "#AC-2",
                        code("list(\"?from=2026-01-05&to=2026-01-09\")"),
                        code("lesson.getId()).isNotEmpty()"),
                        code("otherFrom.getId()).isEmpty()"),
                        code("otherTo.getId()).isEmpty()"));
    }

    @Test
    @Tag("builtin-engine#AC-205")
    void a_day_selects_no_points_in_time() throws IOException, InterruptedException {
        LoopStandIn loop = listed("Instant");
        assertThat(SmallProject.notes(loop).toString())
                .contains(
                        "from is a day, and startsAt of Lesson is a point in time: where days begin is not said",
                        "to is a day, and startsAt of Lesson is a point in time");
        assertThat(text("main/java/a/LessonController")).doesNotContain("compareTo", "LocalDate");
    }

    @Test
    @Tag("builtin-engine#AC-205")
    void a_key_selects_by_what_is_held() throws IOException, InterruptedException {
        listed("LocalDateTime");
        assertThat(text("main/java/a/LessonController"))
                .contains(code("learnerId.equals(lesson.getLearner().getId())"));
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
