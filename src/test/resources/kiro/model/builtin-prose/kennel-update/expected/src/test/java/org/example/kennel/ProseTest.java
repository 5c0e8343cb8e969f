package org.example.kennel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.example.kennel.dog.Dog;
import org.example.kennel.dog.DogRepository;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    private static final String VALID_UPDATE =
            """
            {
              "name": "New name",
              "chip": "New chip"
            }
            """;
    private static final String MINE = "Bearer mine";

    @Autowired private MockMvc mvc;
    @Autowired private DogRepository dogs;

    @Test
    @Tag("prose#AC-1")
    void updating_a_dog_answers_with_the_updated_one() throws Exception {
        Dog dog = storedDog("lisa");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(dog.getId()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.chip").value("New chip"))
                .andExpect(jsonPath("$.ownerId").value("lisa"));
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getChip()).isEqualTo("New chip");
    }

    @Test
    @Tag("prose#AC-1")
    void updating_a_dog_without_what_is_optional_succeeds() throws Exception {
        storedWithoutChipDog("omar");
        Dog dog = storedDog("lisa");
        String body =
                """
                {"name": "New name"}
                """;

        mvc.perform(update(dog.getId(), body).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isOk());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getChip()).isNull();
    }

    @Test
    @Tag("prose#AC-2")
    void updating_a_dog_with_a_chip_that_is_taken_is_refused() throws Exception {
        storedSameChipDog("omar");
        Dog dog = storedDog("lisa");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isConflict());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getChip()).isEqualTo("Some chip");
    }

    @Test
    @Tag("prose#AC-2")
    void updating_a_dog_with_a_chip_that_is_taken_in_other_case_is_refused() throws Exception {
        storedSameChipInOtherCaseDog("omar");
        Dog dog = storedDog("lisa");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isConflict());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getChip()).isEqualTo("Some chip");
    }

    @Test
    @Tag("prose#AC-2")
    void updating_a_dog_with_a_chip_that_another_one_has_as_well_is_refused() throws Exception {
        storedSameChipDog("omar");
        Dog dog = storedOwnChipDog("lisa");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isConflict());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getChip()).isEqualTo("NEW CHIP");
    }

    @Test
    @Tag("prose#AC-2")
    void updating_a_dog_with_its_own_chip() throws Exception {
        Dog dog = storedOwnChipDog("lisa");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isOk());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("New name");
        assertThat(stored.getChip()).isEqualTo("New chip");
    }

    @Test
    @Tag("prose#AC-3")
    void updating_the_dog_of_another_user_is_forbidden() throws Exception {
        Dog dog = storedDog("omar");

        mvc.perform(update(dog.getId(), VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isForbidden());
        Dog stored = dogs.findById(dog.getId()).orElseThrow();
        assertThat(stored.getName()).isEqualTo("Some name");
        assertThat(stored.getChip()).isEqualTo("Some chip");
    }

    @Test
    @Tag("prose#AC-4")
    void updating_an_unknown_dog_is_not_found() throws Exception {
        mvc.perform(update(999_999, VALID_UPDATE).header(HttpHeaders.AUTHORIZATION, MINE))
                .andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder update(Object id, String body) {
        return put("/dogs/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Dog storedDog(String ownerId) {
        Dog dog = new Dog();
        dog.setName("Some name");
        dog.setChip("Some chip");
        dog.setOwnerId(ownerId);
        return dogs.save(dog);
    }

    private Dog storedWithoutChipDog(String ownerId) {
        Dog dog = new Dog();
        dog.setName("Some name");
        dog.setOwnerId(ownerId);
        return dogs.save(dog);
    }

    private Dog storedSameChipDog(String ownerId) {
        Dog dog = new Dog();
        dog.setName("Some name");
        dog.setChip("New chip");
        dog.setOwnerId(ownerId);
        return dogs.save(dog);
    }

    private Dog storedSameChipInOtherCaseDog(String ownerId) {
        Dog dog = new Dog();
        dog.setName("Some name");
        dog.setChip("NEW CHIP");
        dog.setOwnerId(ownerId);
        return dogs.save(dog);
    }

    private Dog storedOwnChipDog(String ownerId) {
        Dog dog = new Dog();
        dog.setName("Some name");
        dog.setChip("NEW CHIP");
        dog.setOwnerId(ownerId);
        return dogs.save(dog);
    }
}
