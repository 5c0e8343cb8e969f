package shop;

import static io.restassured.RestAssured.given;

import org.junit.jupiter.api.Test;

class ProductResourceTest {
    @Test
    void an_unknown_product_is_not_found() {
        given().when().get("/products/17").then().statusCode(404);
    }
}
