package shop.web;

class OwnerControllerTest {
    @Test
    void an_unknown_owner_is_not_found() throws Exception {
        mvc.perform(get("/owners/17")).andExpect(status().isNotFound());
    }

    @Test
    void a_new_owner_is_shown() throws Exception {
        mvc.perform(post("/owners/new").param("city", "Bern")).andExpect(status().is3xxRedirection());
    }
}
