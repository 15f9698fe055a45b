pub trait Shape {
    fn area(&self) -> f64;
    fn name(&self) -> String {
        String::from("shape")
    }
}

pub struct Circle {
    pub radius: f64,
    id: Id,
}

pub struct Square {
    pub side: f64,
}

struct Id(u64);

impl Shape for Circle {
    fn area(&self) -> f64 {
        square(self.radius) * 3.14
    }
}

impl Shape for Square {
    fn area(&self) -> f64 {
        square(self.side)
    }
}

fn square(x: f64) -> f64 {
    x * x
}
