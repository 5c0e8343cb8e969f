package org.example.kennel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
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

    private static final String VALID_CREATE =
            """
            {
              "name": "New name",
              "chip": "New chip"
            }
            """;
    private static final String BOSS = "Bearer boss";

    @Autowired private MockMvc mvc;
    @Autowired private DogRepository dogs;

    @Test
    @Tag("prose#AC-1")
    void creating_a_dog_answers_with_the_new_one() throws Exception {
        mvc.perform(create(VALID_CREATE).header(HttpHeaders.AUTHORIZATION, BOSS))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newDog().getId()))
                .andExpect(jsonPath("$.name").value("New name"))
                .andExpect(jsonPath("$.chip").value("New chip"))
                .andExpect(jsonPath("$.ownerId").value("drho"));
        assertThat(dogs.findAll()).anySatisfy(one -> {
            assertThat(one.getName()).isEqualTo("New name");
            assertThat(one.getChip()).isEqualTo("New chip");
            assertThat(one.getOwnerId()).isEqualTo("drho");
        });
    }

    @Test
    @Tag("prose#AC-1")
    void creating_a_dog_without_what_is_optional_succeeds() throws Exception {
        storedWithoutChipDog("lisa");
        String body =
                """
                {"name": "New name"}
                """;

        mvc.perform(create(body).header(HttpHeaders.AUTHORIZATION, BOSS))
                .andExpect(status().isCreated());
        assertThat(dogs.findAll()).anySatisfy(one -> {
            assertThat(one.getName()).isEqualTo("New name");
            assertThat(one.getChip()).isNull();
            assertThat(one.getOwnerId()).isEqualTo("drho");
        });
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_dog_with_a_chip_that_is_taken_is_refused() throws Exception {
        storedSameChipDog("lisa");
        long count = dogs.count();

        mvc.perform(create(VALID_CREATE).header(HttpHeaders.AUTHORIZATION, BOSS))
                .andExpect(status().isConflict());
        assertThat(dogs.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-2")
    void creating_a_dog_with_a_chip_that_is_taken_in_other_case_is_refused() throws Exception {
        storedSameChipInOtherCaseDog("lisa");
        long count = dogs.count();

        mvc.perform(create(VALID_CREATE).header(HttpHeaders.AUTHORIZATION, BOSS))
                .andExpect(status().isConflict());
        assertThat(dogs.count()).isEqualTo(count);
    }

    private static MockHttpServletRequestBuilder create(String body) {
        return post("/dogs").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private Dog newDog() {
        return dogs.findAll().stream()
                .filter(one -> "New name".equals(one.getName()))
                .findFirst()
                .orElseThrow();
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
}
