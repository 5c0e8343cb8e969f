package kiro.model.builtin.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.model.builtin.project.CodeStyle;
import kiro.model.builtin.project.ImportGroups;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("builtin-engine#AC-173")
class LongLinesTest {
    private static final Path CASES = Path.of("src/test/resources/kiro/model");

    private static String broken(String before, String after) {
        return broken("    ", before, after);
    }

    private static String broken(String indent, String before, String after) {
        return new LongLines(new CodeStyle(indent, "\n", new ImportGroups(List.of(), "a")))
                .broken(Optional.of(before), after);
    }

    @Test
    void a_condition_is_cut_before_the_calls_of_its_only_part() {
        assertThat(
                        broken(
                                "",
                                """
                                        if (parcels.all().stream().anyMatch(other -> other.id() != parcel.id() && label.equals(other.label()))) {
                                """))
                .isEqualTo(
                        """
                                if (parcels.all()
                                        .stream()
                                        .anyMatch(other -> other.id() != parcel.id() && label.equals(other.label()))) {
                        """);
    }

    @Test
    void a_condition_that_is_denied_is_cut_within() {
        assertThat(
                        broken(
                                "",
                                """
                                        if (!(vehicle.getStatus() == VehicleStatus.ACTIVE || vehicle.getStatus() == VehicleStatus.IN_WORKSHOP)) {
                                """))
                .isEqualTo(
                        """
                                if (!(vehicle.getStatus() == VehicleStatus.ACTIVE
                                        || vehicle.getStatus() == VehicleStatus.IN_WORKSHOP)) {
                        """);
    }

    @Test
    void a_condition_that_is_one_call_is_cut_before_its_arguments() {
        assertThat(
                        broken(
                                "",
                                """
                                        if (terms.existsByProjectIdAndSourceIgnoreCaseAndIdNot(projectId, request.source(), term.getId())) {
                                """))
                .isEqualTo(
                        """
                                if (terms.existsByProjectIdAndSourceIgnoreCaseAndIdNot(
                                        projectId, request.source(), term.getId())) {
                        """);
    }

    @Test
    void a_text_is_cut_behind_a_space() {
        assertThat(
                        broken(
                                "",
                                """
                                        jdbc.update("insert into staff (id, name, job, token) select 9001, 'ada', 'NURSE', 'token' where not exists (select 1)");
                                """))
                .isEqualTo(
                        """
                                jdbc.update(
                                        "insert into staff (id, name, job, token) select 9001, 'ada', 'NURSE', 'token' "
                                                + "where not exists (select 1)");
                        """);
    }

    @Test
    void what_a_method_throws_comes_next() {
        assertThat(
                        broken(
                                "",
                                """
                                    void listing_appointments_by_several_filters_answers_with_what_matches_all_of_them() throws Exception {
                                """))
                .isEqualTo(
                        """
                            void listing_appointments_by_several_filters_answers_with_what_matches_all_of_them()
                                    throws Exception {
                        """);
    }

    @Test
    void a_level_is_one_of_the_project() {
        assertThat(
                        broken(
                                "\t",
                                "",
                                "\tpublic Desk(BookingRepository bookings, GuestRepository guests, Clock clock, RoomRepository rooms) {\n"))
                .isEqualTo(
                        "\tpublic Desk(\n\t\t\tBookingRepository bookings, GuestRepository guests, Clock clock, RoomRepository rooms) {\n");
    }

    @Test
    void what_stood_there_stays() {
        String line =
                "    public Desk(BookingRepository bookings, GuestRepository guests, Clock clock, RoomRepository rooms) {\n";
        assertThat(broken(line, line + "    // new\n")).isEqualTo(line + "    // new\n");
    }

    @Test
    void nothing_that_was_written_for_projects_of_different_build_is_too_long() throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path written : written()) {
            Path root = CASES.resolve(CASES.relativize(written).subpath(0, 2));
            Set<String> known = new HashSet<>(before(root, written).lines().toList());
            boolean isTextBlock = false;
            for (String line : Files.readAllLines(written)) {
                boolean isDelimiter = line.contains("\"\"\"");
                if (line.length() > 100 && !isTextBlock && !known.contains(line)) {
                    tooLong.add(written + ": " + line);
                }
                isTextBlock ^= isDelimiter && line.split("\"\"\"", -1).length % 2 == 0;
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> written() throws IOException {
        try (Stream<Path> all = Files.walk(CASES)) {
            return all.filter(file -> file.toString().matches(".*/expected/.*\\.java"))
                    .sorted()
                    .toList();
        }
    }

    /// The file as it was in the project of the case, which may be one that several cases have.
    private static String before(Path root, Path written) throws IOException {
        Path inProject = root.resolve("expected").relativize(written);
        String name = root.getFileName().toString();
        for (String one : List.of(name, name.split("-")[0], "tasks", "library")) {
            Path before = root.resolveSibling(one).resolve("project").resolve(inProject);
            if (Files.exists(before)) {
                return Files.readString(before);
            }
        }
        return "";
    }
}
