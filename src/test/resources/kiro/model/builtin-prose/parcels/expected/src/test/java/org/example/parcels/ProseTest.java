package org.example.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.example.parcels.Parcel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class ProseTest {

    private static final String VALID_UPDATE =
            """
            {
              "label": "New label"
            }
            """;
    private static final String ADA = "token-ada";

    @Autowired private MockMvc mvc;
    @Autowired private Parcels parcels;
    @Autowired private Badges badges;

    @BeforeEach
    void start_anew() {
        badges.add(new Badge("token-ada", "ada"));
    }

    @Test
    @Tag("prose#AC-1")
    void updating_a_label_answers_with_the_updated_one() throws Exception {
        Parcel parcel = storedParcel("ada");

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(parcel.id()))
                .andExpect(jsonPath("$.sentBy").value("ada"))
                .andExpect(jsonPath("$.label").value("New label"))
                .andExpect(jsonPath("$.state").value("PACKED"));
        assertThat(parcels.find(parcel.id()).orElseThrow().label()).isEqualTo("New label");
    }

    @Test
    @Tag("prose#AC-2")
    void updating_a_label_with_a_label_of_21_characters_is_refused() throws Exception {
        Parcel parcel = storedParcel("ada");
        String body =
                """
                {"label": "%s"}
                """
                        .formatted("x".repeat(21));
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), body).header("X-Badge", ADA))
                .andExpect(status().isBadRequest());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-3")
    void updating_an_unknown_label_is_not_found() throws Exception {
        mvc.perform(update(999_999, VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("prose#AC-4")
    void updating_the_label_of_another_user_is_forbidden() throws Exception {
        Parcel parcel = storedParcel("ben");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isForbidden());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-5")
    void updating_a_sealed_label_is_refused() throws Exception {
        Parcel parcel = storedSealedParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isConflict());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-6")
    void updating_a_label_with_a_label_that_is_taken_is_refused() throws Exception {
        storedSameLabelParcel("ben");
        Parcel parcel = storedParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isConflict());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-6")
    void updating_a_label_with_a_label_that_is_taken_in_other_case_is_refused() throws Exception {
        storedSameLabelInOtherCaseParcel("ben");
        Parcel parcel = storedParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isConflict());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-6")
    void updating_a_label_with_a_label_that_another_one_has_as_well_is_refused() throws Exception {
        storedSameLabelParcel("ben");
        Parcel parcel = storedOwnLabelParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isConflict());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-6")
    void updating_a_label_with_its_own_label() throws Exception {
        Parcel parcel = storedOwnLabelParcel("ada");

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", ADA))
                .andExpect(status().isOk());
        assertThat(parcels.find(parcel.id()).orElseThrow().label()).isEqualTo("New label");
    }

    @Test
    @Tag("prose#AC-7")
    void updating_a_label_without_signing_in_is_unauthorized() throws Exception {
        Parcel parcel = storedParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE)).andExpect(status().isUnauthorized());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    @Test
    @Tag("prose#AC-8")
    void updating_a_label_with_an_invalid_credential_is_unauthorized() throws Exception {
        Parcel parcel = storedParcel("ada");
        var stored = parcels.find(parcel.id()).orElseThrow();

        mvc.perform(update(parcel.id(), VALID_UPDATE).header("X-Badge", "unknown"))
                .andExpect(status().isUnauthorized());
        assertThat(parcels.find(parcel.id()).orElseThrow()).isEqualTo(stored);
    }

    private static MockHttpServletRequestBuilder update(Object id, String body) {
        return put("/parcels/{id}/label", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Parcel storedParcel(String sentBy) {
        Parcel parcel = new Parcel(parcels.nextId(), sentBy, "Some label", State.PACKED);
        parcels.put(parcel);
        return parcel;
    }

    private Parcel storedSealedParcel(String sentBy) {
        Parcel parcel = new Parcel(parcels.nextId(), sentBy, "Some label", State.SEALED);
        parcels.put(parcel);
        return parcel;
    }

    private Parcel storedSameLabelParcel(String sentBy) {
        Parcel parcel = new Parcel(parcels.nextId(), sentBy, "New label", State.PACKED);
        parcels.put(parcel);
        return parcel;
    }

    private Parcel storedSameLabelInOtherCaseParcel(String sentBy) {
        Parcel parcel = new Parcel(parcels.nextId(), sentBy, "NEW LABEL", State.PACKED);
        parcels.put(parcel);
        return parcel;
    }

    private Parcel storedOwnLabelParcel(String sentBy) {
        Parcel parcel = new Parcel(parcels.nextId(), sentBy, "NEW LABEL", State.PACKED);
        parcels.put(parcel);
        return parcel;
    }
}
