resource "aws_vpc" "main" {
  cidr_block = var.cidr
}
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = cidrsubnet(aws_vpc.main.cidr_block, 8, 1)
}
variable "cidr" { default = "10.0.0.0/16" }
output "id" { value = aws_vpc.main.id }
