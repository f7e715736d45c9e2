//! Where operations are added: to the contract's document with their descriptions, or to a server, which
//! keeps none of them. Made for each of its threads, they would take several MB.

use actix_web::dev::HttpServiceFactory;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig as Described;

/// What takes operations.
pub trait Operations {
    /// Adds an operation.
    fn service<F: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        operation: F,
    ) -> &mut Self;
}

impl Operations for Described<'_> {
    fn service<F: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        operation: F,
    ) -> &mut Self {
        Self::service(self, operation)
    }
}

impl Operations for actix_web::web::ServiceConfig {
    fn service<F: HttpServiceFactory + OpenApiFactory + 'static>(
        &mut self,
        operation: F,
    ) -> &mut Self {
        Self::service(self, operation)
    }
}
