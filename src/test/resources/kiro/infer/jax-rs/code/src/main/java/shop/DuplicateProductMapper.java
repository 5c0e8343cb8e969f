package shop;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class DuplicateProductMapper implements ExceptionMapper<DuplicateProduct> {
    @Override
    public Response toResponse(DuplicateProduct failure) {
        return Response.status(409).entity(failure.getMessage()).build();
    }
}
