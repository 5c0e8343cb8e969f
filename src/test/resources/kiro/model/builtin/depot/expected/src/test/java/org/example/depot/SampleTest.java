package org.example.depot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class SampleTest {

    private static final String VALID_CREATE_DAMAGE_REPORT =
            """
            {
              "description": "New description",
              "severity": "HIGH",
              "cents": 7
            }
            """;
    private static final String VALID_UPDATE_SHELF =
            """
            {
              "shelf": "New shelf"
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private ParcelRepository parcels;
    @Autowired private DamageReportRepository damageReports;

    private int lastText;
    private Parcel parcel;

    @BeforeEach
    void start_anew() {
        parcel = storedParcel();
    }

    @Test
    @Tag("sample#AC-1")
    void creating_a_damage_report_answers_with_the_new_one() throws Exception {
        OffsetDateTime before = OffsetDateTime.now().minusSeconds(1);

        mvc.perform(createDamageReport(parcel.id(), VALID_CREATE_DAMAGE_REPORT))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newDamageReport().id()))
                .andExpect(jsonPath("$.parcelId").value(newDamageReport().parcelId()))
                .andExpect(jsonPath("$.description").value("New description"))
                .andExpect(jsonPath("$.severity").value("HIGH"))
                .andExpect(jsonPath("$.cents").value(7))
                .andExpect(jsonPath("$.reportedAt").exists());
        assertThat(damageReports.findAll()).anySatisfy(one -> {
            assertThat(one.description()).isEqualTo("New description");
            assertThat(one.severity()).isEqualTo(DamageReportSeverity.HIGH);
            assertThat(one.cents()).isEqualTo(7);
            assertThat(one.parcelId()).isEqualTo(parcel.id());
            assertThat(one.reportedAt()).isBetween(before, OffsetDateTime.now());
        });
    }

    @Test
    @Tag("sample#AC-1")
    void creating_a_damage_report_without_what_is_optional_succeeds() throws Exception {
        String body =
                """
                {
                  "description": "New description",
                  "severity": "HIGH"
                }
                """;
        OffsetDateTime before = OffsetDateTime.now().minusSeconds(1);

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isCreated());
        assertThat(damageReports.findAll()).anySatisfy(one -> {
            assertThat(one.description()).isEqualTo("New description");
            assertThat(one.severity()).isEqualTo(DamageReportSeverity.HIGH);
            assertThat(one.cents()).isNull();
            assertThat(one.parcelId()).isEqualTo(parcel.id());
            assertThat(one.reportedAt()).isBetween(before, OffsetDateTime.now());
        });
    }

    @Test
    @Tag("sample#AC-2")
    void creating_a_damage_report_answers_with_the_new_one_2() throws Exception {
        OffsetDateTime before = OffsetDateTime.now().minusSeconds(1);

        mvc.perform(createDamageReport(parcel.id(), VALID_CREATE_DAMAGE_REPORT))
                .andExpect(status().isCreated());
        assertThat(damageReports.findAll()).anySatisfy(one -> {
            assertThat(one.description()).isEqualTo("New description");
            assertThat(one.severity()).isEqualTo(DamageReportSeverity.HIGH);
            assertThat(one.cents()).isEqualTo(7);
            assertThat(one.parcelId()).isEqualTo(parcel.id());
            assertThat(one.reportedAt()).isBetween(before, OffsetDateTime.now());
        });
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_invalid_fields_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "   ",
                  "severity": "something else",
                  "cents": -1
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_blank_description_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "   ",
                  "severity": "HIGH",
                  "cents": 7
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_description_too_long_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "%s",
                  "severity": "HIGH",
                  "cents": 7
                }
                """
                        .formatted("x".repeat(501));
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_without_description_is_refused() throws Exception {
        String body =
                """
                {
                  "severity": "HIGH",
                  "cents": 7
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_severity_that_is_not_allowed_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "New description",
                  "severity": "something else",
                  "cents": 7
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_without_severity_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "New description",
                  "cents": 7
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_cents_too_small_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "New description",
                  "severity": "HIGH",
                  "cents": -1
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creating_a_damage_report_with_cents_too_large_is_refused() throws Exception {
        String body =
                """
                {
                  "description": "New description",
                  "severity": "HIGH",
                  "cents": 100001
                }
                """;
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-4")
    void creating_a_damage_report_of_an_unknown_parcel_is_not_found() throws Exception {
        int count = damageReports.findAll().size();

        mvc.perform(createDamageReport(999_999, VALID_CREATE_DAMAGE_REPORT))
                .andExpect(status().isNotFound());
        assertThat(damageReports.findAll()).hasSize(count);
    }

    @Test
    @Tag("sample#AC-5")
    void updating_a_shelf_answers_with_the_updated_one() throws Exception {
        Parcel parcel = storedParcel();
        OffsetDateTime before = OffsetDateTime.now().minusSeconds(1);

        mvc.perform(updateShelf(parcel.id(), VALID_UPDATE_SHELF))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(parcel.id()))
                .andExpect(
                        jsonPath("$.barcode")
                                .value(parcels.findById(parcel.id()).orElseThrow().barcode()))
                .andExpect(jsonPath("$.shelf").value("New shelf"))
                .andExpect(jsonPath("$.shelvedAt").exists());
        assertThat(parcels.findById(parcel.id()).orElseThrow().shelf()).isEqualTo("New shelf");
        assertThat(parcels.findById(parcel.id()).orElseThrow().shelvedAt())
                .isBetween(before, OffsetDateTime.now());
    }

    @Test
    @Tag("sample#AC-6")
    void updating_a_shelf_succeeds() throws Exception {
        Parcel parcel = storedParcel();
        OffsetDateTime before = OffsetDateTime.now().minusSeconds(1);

        mvc.perform(updateShelf(parcel.id(), VALID_UPDATE_SHELF)).andExpect(status().isOk());
        assertThat(parcels.findById(parcel.id()).orElseThrow().shelf()).isEqualTo("New shelf");
        assertThat(parcels.findById(parcel.id()).orElseThrow().shelvedAt())
                .isBetween(before, OffsetDateTime.now());
    }

    @Test
    @Tag("sample#AC-7")
    void updating_a_shelf_with_invalid_fields_is_refused() throws Exception {
        Parcel parcel = storedParcel();
        String body =
                """
                {"shelf": "%s"}
                """
                        .formatted("x".repeat(11));
        var stored = parcels.findById(parcel.id()).orElseThrow();

        mvc.perform(updateShelf(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(parcels.findById(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("sample#AC-7")
    void updating_a_shelf_without_shelf_is_refused() throws Exception {
        Parcel parcel = storedParcel();
        String body =
                """
                {}
                """;
        var stored = parcels.findById(parcel.id()).orElseThrow();

        mvc.perform(updateShelf(parcel.id(), body)).andExpect(status().isBadRequest());
        assertThat(parcels.findById(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("sample#AC-8")
    void updating_an_unknown_shelf_is_not_found() throws Exception {
        mvc.perform(updateShelf(999_999, VALID_UPDATE_SHELF)).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder createDamageReport(Object id, String body) {
        return post("/parcels/{id}/damage-reports", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Parcel storedParcel() {
        Parcel parcel =
                new Parcel(
                        0,
                        "some-barcode-" + ++lastText,
                        "Some destination",
                        1,
                        false,
                        OffsetDateTime.parse("2026-01-05T09:00:00Z"),
                        "Some shelf",
                        OffsetDateTime.parse("2026-01-05T09:00:00Z"));
        return parcels.insert(parcel);
    }

    private DamageReport newDamageReport() {
        return damageReports.findAll().stream()
                .filter(one -> "New description".equals(one.description()))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder updateShelf(Object id, String body) {
        return put("/parcels/{id}/shelf", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
