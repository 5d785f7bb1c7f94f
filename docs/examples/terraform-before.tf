# Before: each apply publishes a version and moves the alias, or CodeDeploy does with an appspec file.
resource "aws_lambda_function" "orders" {
  function_name    = "orders"
  role             = aws_iam_role.orders.arn
  runtime          = "python3.13"
  handler          = "orders.handler"
  filename         = "orders.zip"
  source_code_hash = filebase64sha256("orders.zip")
  publish          = true
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.orders.function_name
  function_version = aws_lambda_function.orders.version
}

resource "aws_lambda_event_source_mapping" "inbox" {
  event_source_arn = aws_sqs_queue.inbox.arn
  function_name    = aws_lambda_alias.live.arn
}
