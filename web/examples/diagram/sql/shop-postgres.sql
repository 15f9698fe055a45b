CREATE TYPE status AS ENUM ('open', 'paid');
CREATE TABLE public.customers (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email character varying(255) NOT NULL UNIQUE,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE public.orders (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id bigint NOT NULL REFERENCES public.customers(id) ON DELETE CASCADE,
    state status NOT NULL DEFAULT 'open',
    total numeric(10,2)
);
CREATE INDEX ON public.orders (customer_id);
