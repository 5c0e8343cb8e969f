package shop;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

@Path("/products")
public class ProductResource {
    @Inject ProductStore products;

    @GET
    @Path("/{id: [0-9]+}")
    public Product show(@PathParam("id") long id) {
        return products.find(id).orElseThrow(NotFoundException::new);
    }

    @POST
    @RolesAllowed("admin")
    public Response create(@Valid NewProduct product) {
        if (products.has(product.sku())) {
            throw new DuplicateProduct(product.sku());
        }
        return Response.status(Response.Status.CREATED).entity(products.add(product)).build();
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") long id) {
        products.remove(id);
    }
}
